import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { cruise, type ICruiseOptions, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser'
import { describe, expect, it, onTestFinished } from 'vitest'

// The rules of .dependency-cruiser.cjs, each broken once on purpose in a folder of its own: a rule that lets this pass holds
// nothing back.

const { forbidden, options } = createRequire(import.meta.url)('../../.dependency-cruiser.cjs') as {
  forbidden: IForbiddenRuleType[]
  options: ICruiseOptions
}

type Files = Record<string, string>

/** Names of the rules that these files break. */
async function brokenRules(files: Files): Promise<string[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'leerkring-layers-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
    writeFileSync(path.join(folder, name), text)
  }
  const tops = [...new Set(Object.keys(files).map((name) => name.split('/')[0]!))]
  const { tsConfig: _none, ...rest } = options
  const { output } = await cruise(tops, { ...rest, baseDir: folder, validate: true, ruleSet: { forbidden } })
  const names = (output as ICruiseResult).summary.violations.map((violation) => violation.rule.name)
  // Packages are not installed in such a folder.
  return [...new Set(names)].filter((name) => name !== 'resolvable').sort()
}

const thing = 'export interface Thing { a: string }\nexport const thing = 1\n'
const uses = (where: string) => `import { thing } from '${where}'\nexport const used = thing\n`
const usesType = (where: string) => `import type { Thing } from '${where}'\nexport const used: Thing = { a: '' }\n`

const faults: [rule: string, files: Files][] = [
  ['http-points-down', { 'app/http/a.ts': uses('../routes/b'), 'app/routes/b.ts': thing }],
  ['http-points-down', { 'app/http/a.ts': usesType('../root'), 'app/root.tsx': thing }],
  ['components-points-down', { 'app/components/a.ts': usesType('../http/b'), 'app/http/b.ts': thing }],
  ['domain-points-down', { 'app/domain/accounts/a.ts': usesType('../../components/b'), 'app/components/b.ts': thing }],
  ['content-points-down', { 'app/content/a.ts': usesType('../domain/accounts/b'), 'app/domain/accounts/b.ts': thing }],
  ['i18n-points-down', { 'app/i18n/a.ts': uses('../content/b'), 'app/content/b.ts': thing }],
  ['platform-points-down', { 'app/platform/db/a.ts': uses('../../i18n/b'), 'app/i18n/b.ts': thing }],
  ['components-get-plain-data', { 'app/components/a.ts': uses('../domain/accounts/b'), 'app/domain/accounts/b.ts': thing }],
  ['components-get-plain-data', { 'app/components/a.ts': uses('../content/b'), 'app/content/b.ts': thing }],
  ['routes-without-platform', { 'app/routes/a.ts': uses('../platform/log/b'), 'app/platform/log/b.ts': thing }],
  ['routes-without-platform', { 'app/routes/a.ts': usesType('../platform/log/b'), 'app/platform/log/b.ts': thing }],
  ['routes-without-platform', { 'app/entry.server.tsx': uses('./platform/log/b'), 'app/platform/log/b.ts': thing }],
  ['no-framework-below', { 'app/domain/accounts/a.ts': "import { json } from '@remix-run/node'\nexport const a = json\n" }],
  ['no-framework-below', { 'app/content/a.ts': "import type { ReactNode } from 'react'\nexport type A = ReactNode\n" }],
  ['no-framework-below', { 'app/platform/log/a.ts': "import { useTranslation } from 'react-i18next'\nexport const a = useTranslation\n" }],
  ['domain-accounts-points-on', { 'app/domain/accounts/a.ts': uses('../courses/b'), 'app/domain/courses/b.ts': thing }],
  ['domain-courses-points-on', { 'app/domain/courses/a.ts': usesType('../cohorts/b'), 'app/domain/cohorts/b.ts': thing }],
  ['domain-groups-points-on', { 'app/domain/groups/a.ts': uses('../participation/b'), 'app/domain/participation/b.ts': thing }],
  ['known-domain-modules', { 'app/http/a.ts': uses('../domain/new/b'), 'app/domain/new/b.ts': thing }],
  [
    'database-behind-repositories',
    { 'app/domain/accounts/a.server.ts': uses('../../platform/db/client.server'), 'app/platform/db/client.server.ts': thing },
  ],
  [
    'database-behind-repositories',
    { 'app/http/a.server.ts': uses('../platform/db/client.server'), 'app/platform/db/client.server.ts': thing },
  ],
  ['enhance-stands-alone', { 'app/enhance/a.ts': usesType('../i18n/b'), 'app/i18n/b.ts': thing }],
  ['nobody-needs-enhance', { 'app/components/a.ts': uses('../enhance/b'), 'app/enhance/b.ts': thing }],
  ['seed-and-factories-use-the-domain', { 'prisma/seed/a.ts': uses('../../app/http/b'), 'app/http/b.ts': thing }],
  ['seed-and-factories-use-the-domain', { 'tests/factories/a.ts': usesType('../../app/components/b'), 'app/components/b.ts': thing }],
  ['no-tests-in-the-site', { 'app/domain/accounts/a.ts': uses('../../../tests/factories/b'), 'tests/factories/b.ts': thing }],
  ['no-tests-in-the-site', { 'app/content/a.ts': uses('./b.testing'), 'app/content/b.testing.ts': thing }],
  ['root-is-on-top', { 'app/routes/a.ts': uses('../server/b'), 'app/server/b.ts': thing }],
  ['no-cycles', { 'app/content/a.ts': uses('./b'), 'app/content/b.ts': "import { used } from './a'\nexport const thing = () => used\n" }],
  [
    'no-cycles',
    {
      'app/content/a.ts': uses('./b'),
      'app/content/b.ts': "import type { used } from './a'\nexport const thing: typeof used | number = 1\n",
    },
  ],
]

const sound: [name: string, files: Files][] = [
  ['routes on the domain', { 'app/routes/a.ts': uses('../domain/accounts/b'), 'app/domain/accounts/b.ts': thing }],
  ['components with a type of the domain', { 'app/components/a.ts': usesType('../domain/accounts/b'), 'app/domain/accounts/b.ts': thing }],
  ['cohorts on courses', { 'app/domain/cohorts/a.ts': uses('../courses/b'), 'app/domain/courses/b.ts': thing }],
  [
    'a repository on the database',
    { 'app/domain/accounts/some-repository.server.ts': uses('../../platform/db/client.server'), 'app/platform/db/client.server.ts': thing },
  ],
  [
    'a use case with the type of a transaction',
    { 'app/domain/accounts/a.server.ts': usesType('../../platform/db/client.server'), 'app/platform/db/client.server.ts': thing },
  ],
  ['sessions on the database', { 'app/platform/auth/a.ts': uses('../db/client.server'), 'app/platform/db/client.server.ts': thing }],
  ['demo data on factories', { 'prisma/seed/a.ts': uses('../../tests/factories/b'), 'tests/factories/b.ts': thing }],
]

describe('the layers', () => {
  it.each(faults)('%s is held', async (rule, files) => {
    expect(await brokenRules(files)).toContain(rule)
  })

  it.each(sound)('%s is fine', async (_name, files) => {
    expect(await brokenRules(files)).toEqual([])
  })

  it('has each of its rules broken here', () => {
    // The order of the domain's modules is one rule a module; some of them stand for all.
    const rules = forbidden.map((rule) => rule.name!).filter((name) => name !== 'resolvable' && !/^domain-\w+-points-on$/.test(name))
    expect(rules.filter((name) => !faults.some(([rule]) => rule === name))).toEqual([])
  })
})
