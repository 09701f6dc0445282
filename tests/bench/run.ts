import { writeFileSync } from 'node:fs'
import { measureFirstVisits, type FirstVisit } from './first-visit'
import { startPostgresql } from '../../app/commands/throw-away-postgresql.mjs'
import { measureGroups, type GroupsMeasured } from './groups'
import { load, type Load } from './load'
import { startBenchSite } from './site'

// One run measures all of it, on one server: absolute figures differ from machine to machine, ratios hardly.

const lesson = '/nl/courses/opvoeding/choosing'
const visited = [
  '/nl',
  '/nl/courses/opvoeding',
  lesson,
  '/tr/courses/opvoeding/choosing',
  '/ar/courses/opvoeding/choosing',
  '/ti/courses/opvoeding/choosing',
  '/nl/help',
]

const site = await startBenchSite(lesson)
try {
  const idle = await site.memory()
  const file = await load(site.url + site.staticFile)
  const anonymous = await load(site.url + lesson)
  const unchanged = await load(site.url + lesson, { 'If-None-Match': await site.etag(lesson) })
  const signedIn = await load(site.url + lesson, { Cookie: await site.signIn('trainer-demo') })
  const keeper = await site.signIn('trainer-turks-demo')
  await site.post('/nl/account', { language: 'nl', keepReflections: 'on' }, keeper)
  const withReflections = await load(site.url + lesson, { Cookie: keeper })
  const memory = await site.memory()
  const visits = await measureFirstVisits(site.url, visited)
  await site.stop()
  const groups = [...(await measureGroups('SQLite', lesson)), ...(await measureOnPostgresql())]
  report({ file, anonymous, unchanged, signedIn, withReflections, idle, memory, visits, groups })
} finally {
  await site.stop()
}

async function measureOnPostgresql(): Promise<GroupsMeasured[]> {
  const { url, stop, why } = (await startPostgresql()) as { url?: string; stop: () => void; why?: string }
  if (!url) {
    process.stderr.write(`${why}\n`)
    return []
  }
  try {
    return await measureGroups('PostgreSQL', lesson, url)
  } finally {
    stop()
  }
}

interface Measured {
  file: Load
  anonymous: Load
  unchanged: Load
  signedIn: Load
  withReflections: Load
  idle: number
  memory: number
  visits: FirstVisit[]
  groups: GroupsMeasured[]
}

function report({ file, anonymous, unchanged, signedIn, withReflections, idle, memory, visits, groups }: Measured): void {
  const ratio = (measured: Load) => (measured.perSecond / file.perSecond).toFixed(2)
  const one = visits.find((visit) => visit.path === lesson)!
  const budgets: [what: string, budget: string, measured: string, held: boolean][] = [
    ['anonymous lesson, requests/s as a ratio to the static file', '≥ 0.90', ratio(anonymous), anonymous.perSecond >= 0.9 * file.perSecond],
    ['signed-in lesson, requests/s', '≥ 900', String(Math.round(signedIn.perSecond)), signedIn.perSecond >= 900],
    ['signed-in lesson, p99 at 16 connections', '< 50 ms', `${signedIn.p99} ms`, signedIn.p99 < 50],
    ['memory of the server after all of this', '< 250 MB', `${memory} MB`, memory < 250],
    ['first visit to a lesson, bytes over the wire', '≤ 40 kB', `${kB(one.bytes)} kB`, one.bytes <= 40_000],
    ['of which script', '≤ 6 kB', `${kB(one.scriptBytes)} kB`, one.scriptBytes <= 6_000],
    ['first visit to a lesson on a bad phone, LCP', '≤ 1.6 s', `${one.lcp.toFixed(2)} s`, one.lcp <= 1.6],
    ...growth(groups),
  ]
  const loads = {
    'static file of the same size': file,
    'anonymous lesson': anonymous,
    'anonymous lesson, unchanged (304)': unchanged,
    'signed-in lesson': signedIn,
    'signed-in lesson, reflections kept': withReflections,
  }
  const text = `# Benchmarks

Written by \`npm run bench\`. One server process, one load generator and one browser share the machine's processors; ratios are
to the static file in the same run.

## Budgets

${table(
  ['what', 'budget', 'measured', 'held'],
  budgets.map(([what, budget, measured, held]) => [what, budget, measured, held ? 'yes' : 'no']),
)}

## Load: 16 connections, as a browser asks (br, gzip)

${table(
  ['what', 'ratio', 'requests/s', 'p50', 'p99', 'bytes'],
  Object.entries(loads).map(([name, l]) => [
    name,
    ratio(l),
    String(Math.round(l.perSecond)),
    `${l.p50} ms`,
    `${l.p99} ms`,
    String(l.bytes),
  ]),
)}

Memory of the server: ${idle} MB after the start, ${memory} MB after the load.

## Groups, each with ten sessions: 16 connections

The list is its first page of 25. PostgreSQL runs without waiting for its disk.

${table(
  ['database', 'groups', 'what', 'ratio', 'requests/s', 'p50', 'p99'],
  groups.flatMap(({ engine, groups: number, list, register }) =>
    Object.entries({ 'list of groups': list, 'registering a session': register }).map(([what, l]) => [
      engine,
      String(number),
      what,
      ratio(l),
      String(Math.round(l.perSecond)),
      `${l.p50} ms`,
      `${l.p99} ms`,
    ]),
  ),
)}

## First visits: 400 kbit/s, 400 ms round trip, processor four times slower

Median of five visits with an empty cache. Bytes are those over the wire with headers; fonts are those of the language's script.

${table(
  ['page', 'LCP', 'bytes', 'of which script', 'of which font', 'requests'],
  visits.map((v) => [
    v.path,
    `${v.lcp.toFixed(2)} s`,
    `${kB(v.bytes)} kB`,
    `${kB(v.scriptBytes)} kB`,
    `${kB(v.fontBytes)} kB`,
    String(v.requests),
  ]),
)}
`
  writeFileSync('docs/benchmarks.md', text)
  process.stdout.write(`${text}\n`)
  process.exitCode = budgets.every(([, , , held]) => held) ? 0 : 1
}

/** Ten times as many groups may cost half of the speed at the most. */
function growth(groups: GroupsMeasured[]): [what: string, budget: string, measured: string, held: boolean][] {
  return [...new Set(groups.map(({ engine }) => engine))].flatMap((engine) => {
    const [few, many] = groups.filter((each) => each.engine === engine)
    return (['list', 'register'] as const).map((what): [string, string, string, boolean] => {
      const left = many![what].perSecond / few![what].perSecond
      const words = what === 'list' ? 'list of groups' : 'registering a session'
      return [`${words} on ${engine}: speed left with 10,000 groups`, '≥ 0.50', left.toFixed(2), left >= 0.5]
    })
  })
}

function kB(bytes: number): string {
  return (bytes / 1000).toFixed(1)
}

function table(head: string[], rows: string[][]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}
