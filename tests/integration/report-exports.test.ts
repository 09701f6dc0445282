import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { changeOrganisation } from '~/domain/accounts/organisations.server'
import type { Person } from '~/domain/accounts/policy'
import { factsOf, findGroup } from '~/domain/groups/groups.server'
import { inTransaction, reviseGroupRow } from '~/domain/groups/groups-repository.server'
import { mediaTypes } from '~/domain/participation/exports/describe-request'
import type { Format } from '~/domain/participation/request'
import { findExportsByHash, listExports } from '~/domain/participation/export-log.server'
import { migrate } from '~/platform/db/migrate.server'
import { byteOrderMark } from '~/platform/exports/csv'
import { isFormula, readStrictCsv } from '~/platform/exports/rfc4180.testing'
import { unzip } from '~/platform/exports/zip.testing'
import { fillMillion } from '../bench/million'
import { makeAccount, makeOrganisation, usualPassword } from '../factories/accounts'
import { headCount, makeGroup, makeSession } from '../factories/groups'
import { useEnvironment } from '../setup/environment'
import { freshFolder } from '../setup/fresh-database'
import { openSite, ownForm, type Answer, type OpenSite } from '../setup/http'
import { runReport } from '../setup/report-command'

// Files of the report as they leave the site, over data that is the same in every database: ids and moments are made by arithmetic.

const fixedGroups = 16
const asOf = '2026-10-31T12:00:00.000Z'
const figures = ['csv', 'xlsx', 'json', 'zip', 'pdf'] as const
const sessions = ['csv', 'xlsx', 'json', 'zip'] as const

let site: OpenSite
const cookies = {} as Record<'manager' | 'trainer' | 'coordinator' | 'neighbour', string>
const own = { organisationId: '', groupId: '' }
/** Group names that a spreadsheet would work out, if it got them as they are. */
const formulas = ['=1+1', '+1', '-1+2', '@SUM(A1)', '\t=1+1', '\r=1+1', '   =1+1', '＝1+1', '\u00a0=1+1', 'a"b;c,d', '=cmd|"/C calc"!A1']

beforeAll(async () => {
  // In demo mode the command would add demo data of its own.
  useEnvironment({ LEERKRING_MODE: 'production' })
  await fillMillion(process.env.DATABASE_URL!, fixedGroups)
  own.organisationId = (await makeOrganisation({ name: '=HYPERLINK("https://example.org")', municipality: 'GM0363' })).id
  for (const name of formulas) {
    own.groupId = await makeGroup({ organisationId: own.organisationId, name })
    await makeSession(own.groupId, { date: '2026-10-05', ...headCount(9, { firstTime: 9 }) })
  }
  site = await openSite()
  const { id: elsewhere } = await makeOrganisation({ name: 'Buren', municipality: 'GM0518' })
  const roles = {
    manager: [{ role: 'manager' as const }],
    trainer: [{ role: 'trainer' as const, organisationId: own.organisationId }],
    coordinator: [{ role: 'coordinator' as const, organisationId: own.organisationId }],
    neighbour: [{ role: 'coordinator' as const, organisationId: elsewhere }],
  }
  for (const role of ['manager', 'trainer', 'coordinator', 'neighbour'] as const) {
    const { userName } = await makeAccount({ roles: roles[role] })
    cookies[role] = await site.signIn(userName, usualPassword)
  }
})

type Who = keyof typeof cookies | null
const ask = (address: string, who: Who = 'manager', method = 'GET'): Promise<Answer> =>
  site.ask(`/nl/report/export.${address}`, { method, ...(who ? { session: cookies[who] } : {}) })
const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
const newestLine = async () => (await listExports({ skip: 0, take: 1 })).lines[0]!

const narrow = `province=Noord-Holland&asOf=${asOf}`
const kinds: [name: string, format: string, query: string][] = [
  ...figures.map((format): [string, string, string] => ['exact figures', format, `by=month,programme&${narrow}`]),
  ...figures.map((format): [string, string, string] => ['public figures', format, `by=quarter&disclosure=public&asOf=${asOf}`]),
  ...sessions.map((format): [string, string, string] => ['sessions', format, `shape=sessions&${narrow}`]),
]

/** What an address asks for, as options of the command. */
function optionsOf(query: string): string[] {
  return [...new URLSearchParams(query)].flatMap(([name, value]) => [`--${name === 'asOf' ? 'as-of' : name}`, value])
}

describe('the same request as of the same moment', () => {
  let other: string

  beforeAll(async () => {
    // Another database, always SQLite: where the tests run on PostgreSQL it is one of another kind.
    other = `file:${path.join(mkdtemp(), 'other.db')}`
    await migrate(other, path.resolve('prisma/migrations'))
    await fillMillion(other, fixedGroups)
  })

  it.each(kinds)('gives the same bytes: %s as %s', async (_, format, query) => {
    const answer = await ask(`${format}?${query}`)
    expect([answer.status, answer.headers['content-type']]).toEqual([200, mediaTypes[format as Format]])
    expect(answer.body.length).toBeGreaterThan(1_000)
    expect(hashOf((await ask(`${format}?${query}`)).body)).toBe(hashOf(answer.body))

    const folder = mkdtemp()
    const options = ['--format', format, ...optionsOf(query)]
    const [here, elsewhere] = await Promise.all([
      runReport([...options, '--out', path.join(folder, 'here')]),
      runReport([...options, '--out', path.join(folder, 'elsewhere')], { DATABASE_URL: other }),
    ])
    expect([here.errors, elsewhere.errors]).toEqual(['', ''])
    expect(hashOf(readFileSync(path.join(folder, 'here')))).toBe(hashOf(answer.body))
    expect(hashOf(readFileSync(path.join(folder, 'elsewhere')))).toBe(hashOf(answer.body))
    expect(readdirSync(folder).sort()).toEqual(['elsewhere', 'here'])
  })
})

/** A folder that stays until the run is over: some are shared by tests. */
function mkdtemp(): string {
  const folder = path.join(process.env.MAIL_FOLDER!, '..', crypto.randomUUID())
  mkdirSync(folder)
  return folder
}

it('what is registered, corrected, renamed and moved later changes no byte of an earlier moment', async () => {
  const moment = new Date()
  const queries = (at: string) =>
    kinds.filter(([, , query]) => !query.includes('public')).map(([, format, query]) => `${format}?${query.replace(asOf, at)}`)
  const all = async (at: string) => {
    const hashes: string[] = []
    for (const query of queries(at)) hashes.push(hashOf((await ask(query)).body))
    return hashes
  }
  const before = await all(moment.toISOString())
  // The clock has to move on: what happens in the same millisecond happened then.
  while (Date.now() <= moment.getTime()) await new Promise(setImmediate)
  const manager: Person = { id: crypto.randomUUID(), roles: [{ role: 'manager', organisationId: null }] }
  const group = (await findGroup(manager, own.groupId))!
  await makeSession(own.groupId, { date: '2026-10-06', ...headCount(11) })
  await inTransaction((tx) =>
    reviseGroupRow(tx, own.groupId, group.revision, { ...factsOf(group), name: 'Anders' }, { act: 'changed', authorId: null }),
  )
  await changeOrganisation(manager, { id: own.organisationId }, { name: '=HYPERLINK("https://example.net")', municipality: 'Utrecht' })
  expect(await all(moment.toISOString())).toEqual(before)
  const now = await all(new Date().toISOString())
  for (const [index, hash] of now.entries()) expect(hash).not.toBe(before[index])
})

describe('a file', () => {
  it('says what was asked, as of when, by which version, and what its words mean', async () => {
    const query = `shape=sessions&disclosure=exact&province=Noord-Holland&asOf=${encodeURIComponent(asOf)}`
    const [header, ...rows] = readStrictCsv((await ask(`csv?shape=sessions&${narrow}`)).text)
    expect(rows.length).toBeGreaterThan(10)
    for (const row of rows) expect(row.slice(-4)).toEqual([asOf, expect.stringMatching(/^\d+\.\d+\.\d+/), query, '/nl/report/definitions'])
    expect(header!.slice(-4)).toEqual(['asOf', 'version', 'request', 'definitions'])
    expect(rows.map((row) => row[1]!)).toEqual(rows.map((row) => row[1]!).sort())
  })

  it('with public figures says of which edition it is, and with exact ones that it is not to be passed on', async () => {
    const texts = async (disclosure: string) => {
      const asked = `by=year&disclosure=${disclosure}&asOf=${asOf}`
      const [, row] = readStrictCsv((await ask(`csv?${asked}`)).text)
      const [json, zip, xlsx] = [await ask(`json?${asked}`), await ask(`zip?${asked}`), await ask(`xlsx?${asked}`)]
      const sheets = [...(await unzip(xlsx.body))].map(([, content]) => String(content)).join('\n')
      return [row!.at(-1)!, json.text, String((await unzip(zip.body)).get('datapackage.json')), sheets]
    }
    for (const text of await texts('public')) {
      expect(text).toMatch(/stand (van het einde|aan het eind) van een maand/)
      expect(text).toContain('CC BY 4.0')
    }
    for (const text of await texts('exact')) expect(text).toContain('Geen open licentie')
    // As it stood at the end of a month that was over at that moment.
    const [header, row] = readStrictCsv((await ask(`csv?disclosure=public&asOf=${asOf}`, null)).text)
    expect(row![header!.indexOf('asOf')]).toMatch(/^202\d-\d\d-\d\dT2[23]:00:00\.000Z$/)
  })

  it('for a Dutch Excel has semicolons, decimal commas and a mark for UTF-8', async () => {
    const { text } = await ask(`csv?by=province&excel=1&asOf=${asOf}`)
    expect(text.startsWith(byteOrderMark)).toBe(true)
    const [header, ...rows] = readStrictCsv(text.slice(1), ';')
    const [province, indicator, value] = ['province', 'indicator', 'value'].map((name) => header!.indexOf(name))
    expect(rows.some((row) => row[province!] === 'Fryslân')).toBe(true)
    for (const row of rows.filter((each) => each[indicator!] === 'group-size-mean')) expect(row[value!]).toMatch(/^\d+(,\d+)?$/)
  })

  it('is never worked out by a spreadsheet', async () => {
    const cells = [
      ...readStrictCsv((await ask(`csv?shape=sessions&organisation=${own.organisationId}`)).text),
      ...readStrictCsv((await ask('csv?by=organisation')).text),
    ].flat()
    expect(cells.filter(isFormula)).toEqual([])
    for (const name of formulas.filter((each) => isFormula(each) && each !== formulas.at(-1))) expect(cells).toContain(`'${name}`)
    expect(cells).toContain('a"b;c,d')
    for (const query of [`shape=sessions&organisation=${own.organisationId}`, 'by=organisation']) {
      const files = await unzip((await ask(`xlsx?${query}`)).body)
      const sheet = String(files.get('xl/worksheets/sheet1.xml'))
      for (const [name, content] of files) expect(`${name} ${String(content)}`).not.toMatch(/<f[ >/]|t="str"/)
      expect(sheet).toMatch(/t="inlineStr"><is><t[^>]*>=(HYPERLINK|1\+1)/)
    }
  })

  it('stands in the log with its hash, and is found by it', async () => {
    const answer = await ask(`csv?by=kind&${narrow}`)
    const hash = hashOf(answer.body)
    const line = await newestLine()
    expect(line).toMatchObject({ hash, bytes: answer.body.length, format: 'csv', shape: 'figures', disclosure: 'exact', by: 'account' })
    expect(line.userName).not.toBeNull()
    expect((await findExportsByHash(hash, { publicOnly: false })).map(({ id }) => id)).toContain(line.id)
    expect(await findExportsByHash(hash, { publicOnly: true })).toEqual([])
    const check = await site.ask('/nl/report/check', { method: 'POST', headers: ownForm, body: { hash }, session: cookies.manager })
    expect(check.text).toContain('Dit bestand komt van Leerkring')
  })
})

describe('who may have what', () => {
  it('sessions are for those who see exact figures', async () => {
    for (const format of sessions) {
      const anonymous = await ask(`${format}?shape=sessions`, null)
      expect([anonymous.status, anonymous.headers.location?.startsWith('/nl/sign-in?next=')]).toEqual([302, true])
      expect((await ask(`${format}?shape=sessions`, 'trainer')).status).toBe(403)
    }
    expect((await ask('csv?disclosure=exact', null)).status).toBe(302)
    expect((await ask('csv?disclosure=exact', 'trainer')).status).toBe(403)
  })

  it('a coordinator gets what is of her own organisations', async () => {
    const rowsOf = async (who: Who) => readStrictCsv((await ask('csv?shape=sessions', who)).text).slice(1)
    const organisations = new Set((await rowsOf('coordinator')).map((row) => row[6]))
    expect([...organisations].every((name) => name!.startsWith("'=HYPERLINK"))).toBe(true)
    expect(organisations.size).toBe(1)
    expect(await rowsOf('neighbour')).toEqual([])
    const { text } = await ask(`csv?organisation=${own.organisationId}`, 'neighbour')
    expect(text).toBe('Deze keuze bestaat niet (meer). Kies opnieuw.\n')
  })

  it('everybody else gets public figures, the same for all', async () => {
    const anonymous = await ask(`csv?by=province&asOf=${asOf}`, null)
    expect(anonymous.status).toBe(200)
    expect(hashOf((await ask(`csv?by=province&disclosure=public&asOf=${asOf}`, 'manager')).body)).toBe(hashOf(anonymous.body))
    const [header, ...rows] = readStrictCsv(anonymous.text)
    const [value, unit] = ['value', 'unit'].map((name) => header!.indexOf(name))
    for (const row of rows) if (row[unit!] === 'people' && row[value!] !== '') expect(Number(row[value!]) % 5).toBe(0)
  })

  it.each([
    ['csv?from=2024-02-30', 'Vul een datum in die bestaat.'],
    ['xlsx?by=kleur', 'Zo kunnen we de cijfers niet verdelen.'],
    ['pdf?shape=sessions', 'Een PDF met alle bijeenkomsten kunnen we niet maken. Kies Excel of CSV.'],
    ['json?asOf=2098-01-01', 'Wat later bekend wordt, weten we nog niet.'],
    ['zip?shape=sessions&disclosure=public', 'bijeenkomst'],
  ])('%s is refused in words, and is no file', async (address, words) => {
    const { status, headers, text } = await ask(address)
    expect(status).toBe(422)
    expect(text).toContain(words)
    expect(headers['content-disposition']).toBeUndefined()
    expect(headers['content-type']).toBe('text/plain; charset=utf-8')
  })

  it('a HEAD begins no export', async () => {
    const { id } = await newestLine()
    for (let turn = 0; turn < 4; turn += 1) {
      const { status, headers, body } = await ask('xlsx?shape=sessions', 'manager', 'HEAD')
      expect([status, body.length, headers['content-type']]).toEqual([200, 0, mediaTypes.xlsx])
      expect(headers['content-disposition']).toMatch(/^attachment; filename="leerkring-sessions-exact-as-of-[\dTZ]+\.xlsx"$/)
    }
    expect((await newestLine()).id).toBe(id)
    expect((await ask(`csv?${narrow}`)).status).toBe(200)
  })
})

describe('the command', () => {
  it.each([
    [['--format', 'doc', '--out', 'x'], /^--format: choose csv, xlsx, pdf, json, zip\. See/],
    [['--format', 'csv'], /^--out: say in which file\. See/],
    [['--kleur', 'x', '--format', 'csv', '--out', 'x'], /^Unknown option '--kleur'\. See/],
    [['--from', '2024-02-30', '--format', 'csv', '--out', 'x'], /^--from: /],
    [['--as-of', '2098-01-01', '--format', 'csv', '--out', 'x'], /^--as-of: /],
    [['--by', 'kleur', '--format', 'csv', '--out', 'x'], /^--by: /],
    [['--shape', 'sessions', '--format', 'pdf', '--out', 'x'], /PDF/],
    [['--shape', 'sessions', '--disclosure', 'public', '--format', 'csv', '--out', 'x'], /^--shape: /],
    [['--format', 'csv', '--out', 'not/there/x.csv'], /not\/there\/x\.csv could not be written: /],
    [['--format', 'csv', '--out', 'folder'], /folder could not be written: /],
  ])('says in one line what is wrong with %j, and leaves no file', async (args, words) => {
    const folder = freshFolder()
    mkdirSync(path.join(folder, 'folder'))
    const placed = args.map((arg, index) => (args[index - 1] === '--out' ? path.join(folder, arg) : arg))
    const { code, errors, output } = await runReport(placed)
    expect([code, output]).toEqual([1, ''])
    expect(errors.trimEnd().split('\n')).toHaveLength(1)
    expect(errors.replace(`${folder}/`, '')).toMatch(words)
    expect(readdirSync(folder)).toEqual(['folder'])
  })

  it('says what there is', async () => {
    const { code, output } = await runReport(['--help'])
    expect(code).toBe(0)
    for (const option of ['--as-of', '--disclosure', '--shape', '--words', '--excel']) expect(output).toContain(option)
  })

  it('is logged as the command', async () => {
    const folder = freshFolder()
    const file = path.join(folder, 'x.csv')
    expect((await runReport(['--format', 'csv', '--by', 'year', '--words', 'en', '--out', file])).output).toMatch(/x\.csv: \d+ bytes\n$/)
    expect(await newestLine()).toMatchObject({ by: 'command', userName: null, hash: hashOf(readFileSync(file)) })
  })
})
