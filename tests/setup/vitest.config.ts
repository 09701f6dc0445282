import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

// The tests run the modules of app/ as they are: without Remix's plugin, which would take routes apart.

const root = fileURLToPath(new URL('../..', import.meta.url))

const integration = (engine: 'sqlite' | 'postgresql') => ({
  extends: true as const,
  test: {
    name: `integration-${engine}`,
    include: ['tests/integration/**/*.test.ts'],
    globalSetup: 'tests/setup/template.ts',
    setupFiles: 'tests/setup/database.ts',
    // Passwords are hashed slowly on purpose, and two machines' worth of work shares two cores.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})

export default defineConfig({
  root,
  resolve: { alias: { '~': fileURLToPath(new URL('../../app', import.meta.url)) } },
  test: {
    maxWorkers: '100%',
    passWithNoTests: false,
    allowOnly: false,
    server: { deps: { external: [/\/build\/server\//] } },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['app/**/*.test.{ts,tsx}', 'tests/unit/**/*.test.ts'],
          setupFiles: 'tests/setup/unit.ts',
          testTimeout: 60_000,
        },
      },
      integration('sqlite'),
      ...(process.env.TEST_POSTGRESQL_URL ? [integration('postgresql')] : []),
    ],
  },
})
