import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, it } from 'vitest'

// Each line is a file that breaks one rule of the house: where it stands, what it imports, and the rule that says so.
const breaches: [file: string, imported: string, rule: string, typeOnly?: 'type'][] = [
  ['app/routes/learn/a.ts', 'app/platform/log/log.ts', 'routes-import-no-platform', 'type'],
  ['app/http/b.ts', 'app/routes/public/page.ts', 'http-points-down'],
  ['app/components/primitives/c.ts', 'app/http/frame.ts', 'components-points-down', 'type'],
  ['app/components/primitives/d.ts', 'app/domain/accounts/policy.ts', 'components-get-plain-data'],
  ['app/domain/accounts/e.ts', 'app/components/primitives/button.ts', 'domain-points-down'],
  ['app/domain/accounts/f.ts', 'app/domain/courses/learning.ts', 'domain-accounts-points-down', 'type'],
  ['app/domain/courses/g.ts', 'app/domain/cohorts/join.ts', 'domain-courses-points-down'],
  ['app/domain/courses/h.ts', 'react', 'no-framework-below-components'],
  ['app/domain/courses/i.ts', 'app/platform/db/client.ts', 'only-repositories-use-the-database'],
  ['app/content/j.ts', 'app/domain/courses/learning.ts', 'content-points-down'],
  ['app/i18n/k.ts', 'app/content/read.ts', 'i18n-points-down'],
  ['app/platform/mail/l.ts', 'app/i18n/formats.ts', 'platform-points-down'],
  ['app/enhance/m.ts', 'app/i18n/formats.ts', 'browser-scripts-stand-alone'],
]

// And these hold to the rules.
const allowed: [file: string, imported: string, typeOnly?: 'type'][] = [
  ['app/domain/courses/repository.server.ts', 'app/platform/db/client.ts'],
  ['app/components/primitives/n.ts', 'app/domain/accounts/policy.ts', 'type'],
  ['app/domain/cohorts/o.ts', 'app/domain/accounts/policy.ts'],
  ['app/routes/learn/p.ts', 'app/domain/courses/learning.ts'],
]

it('the layer rules bite, and only where they should', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'leerkring-layers-'))
  try {
    const write = (file: string, text: string) => {
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
      writeFileSync(path.join(folder, file), text)
    }
    const all = [...breaches.map(([file, imported, , type]) => [file, imported, type]), ...allowed] as typeof allowed
    for (const [, imported] of all) if (imported.startsWith('app/')) write(imported, 'export type Thing = string\nexport const thing = 1\n')
    for (const [file, imported, type] of all) {
      const from = imported.startsWith('app/') ? imported.replace(/^app\//, '~/').replace(/\.ts$/, '') : imported
      write(file, type ? `import type { Thing } from '${from}'\nexport type Own = Thing\n` : `import * as own from '${from}'\nexport default own\n`)
    }
    write('app/i18n/cycle-one.ts', "export { two } from './cycle-two'\nexport const one = 1\n")
    write('app/i18n/cycle-two.ts', "export { one } from './cycle-one'\nexport const two = 2\n")
    write('tsconfig.json', JSON.stringify({ compilerOptions: { moduleResolution: 'Bundler', module: 'ESNext', baseUrl: '.', paths: { '~/*': ['./app/*'] } } }))
    symlinkSync(path.resolve('node_modules'), path.join(folder, 'node_modules'))
    const cruiser = path.resolve('node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
    const config = path.resolve('.dependency-cruiser.cjs')
    const { stdout } = spawnSync(process.execPath, [cruiser, '--config', config, '--output-type', 'json', 'app'], { cwd: folder, encoding: 'utf8' })
    const { summary } = JSON.parse(stdout) as { summary: { violations: { from: string; rule: { name: string } }[] } }
    const found = summary.violations.map(({ from, rule }) => `${from}: ${rule.name}`)
    const expected = breaches.map(([file, , rule]) => `${file}: ${rule}`)
    expect(found.filter((each) => !each.endsWith('no-cycles')).sort()).toEqual(expected.sort())
    expect(found.filter((each) => each.endsWith('no-cycles'))).not.toEqual([])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}, 60_000)
