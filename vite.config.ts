import { fileURLToPath } from 'node:url'
import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig, type Plugin } from 'vite'
import remixConfig from './remix.config.js'

/**
 * Remix builds its routes as one module that a server imports. Ours is built together with the server (app/server), so
 * that both share one database, one catalogue of content and one set of translations.
 */
const serverEntry: Plugin = {
  name: 'leerkring:server-entry',
  enforce: 'post',
  config: (_config, { isSsrBuild }) => (isSsrBuild ? { build: { rollupOptions: { input: 'app/server/index.ts' } } } : {}),
}

export default defineConfig({
  plugins: [remix(remixConfig), serverEntry],
  resolve: { alias: { '~': fileURLToPath(new URL('./app', import.meta.url)) } },
  // A small data: address in the style sheet would need a wider Content-Security-Policy.
  build: { assetsInlineLimit: 0, target: 'es2020' },
  worker: { format: 'es' },
})
