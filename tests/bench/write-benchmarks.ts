import { writeFileSync } from 'node:fs'
import type { GroupsMeasured } from './groups'
import type { LessonsMeasured } from './lessons'
import type { LibraryMeasured } from './library'
import type { Load } from './load'
import type { ReportMeasured } from './report'
import type { SearchMeasured } from './search'

interface Measured {
  lessons: LessonsMeasured | null
  library: LibraryMeasured | null
  groups: GroupsMeasured[]
  reports: ReportMeasured[]
  searches: SearchMeasured[]
}

type Budget = [what: string, budget: string, measured: string, held: boolean]

/**
 * Puts what was measured into words.
 * @param keep whether to write docs/benchmarks.md
 */
export function writeBenchmarks({ lessons, library, groups, reports, searches }: Measured, keep: boolean): { text: string; held: boolean } {
  const budgets = [
    ...(lessons ? lessonBudgets(lessons) : []),
    ...(library ? libraryBudgets(library) : []),
    ...groupBudgets(groups),
    ...reports.flatMap(reportBudgets),
    ...searches.map(searchBudget),
  ]
  const text = [
    `# Benchmarks

Written by \`npm run bench\`. One server process, one load generator and one browser share the machine's processors; ratios of
loads are to the static file in the same run.

## Budgets

${table(
  ['what', 'budget', 'measured', 'held'],
  budgets.map(([what, budget, measured, held]) => [what, budget, measured, held ? 'yes' : 'no']),
)}
`,
    lessons ? lessonWords(lessons) : '',
    library ? libraryWords(library) : '',
    groups.length > 0 ? groupWords(groups) : '',
    reports.length > 0 ? reportWords(reports) : '',
    searches.length > 0 ? searchWords(searches) : '',
    lessons ? visitWords(lessons) : '',
  ]
    .filter(Boolean)
    .join('\n')
  if (keep) writeFileSync('docs/benchmarks.md', text)
  return { text, held: budgets.every(([, , , held]) => held) }
}

function lessonBudgets({ file, anonymous, signedIn, memory, visits: [visit] }: LessonsMeasured): Budget[] {
  const ratio = anonymous.perSecond / file.perSecond
  return [
    ['anonymous lesson, requests/s as a ratio to the static file', '≥ 0.90', ratio.toFixed(2), ratio >= 0.9],
    ['signed-in lesson, requests/s', '≥ 900', whole(signedIn.perSecond), signedIn.perSecond >= 900],
    ['signed-in lesson, p99 at 16 connections', '< 50 ms', `${signedIn.p99} ms`, signedIn.p99 < 50],
    ['memory of the server after these loads', '< 250 MB', `${memory.afterLoads} MB`, memory.afterLoads < 250],
    ['first visit to a lesson, bytes over the wire', '≤ 40 kB', `${kB(visit.bytes)} kB`, visit.bytes <= 40_000],
    ['of which script', '≤ 6 kB', `${kB(visit.scriptBytes)} kB`, visit.scriptBytes <= 6_000],
    ['first visit to a lesson on a bad phone, LCP', '≤ 1.6 s', `${visit.lcp.toFixed(2)} s`, visit.lcp <= 1.6],
  ]
}

/** Ten times as many groups may cost half of the speed at the most. */
function groupBudgets(groups: GroupsMeasured[]): Budget[] {
  return [...new Set(groups.map(({ engine }) => engine))].flatMap((engine) => {
    const [few, many] = groups.filter((each) => each.engine === engine)
    return (['list', 'register'] as const).map((what): Budget => {
      const left = many![what].perSecond / few![what].perSecond
      const words = what === 'list' ? 'list of groups' : 'registering a session'
      return [`${words} on ${engine}: speed left with 10,000 groups`, '≥ 0.50', left.toFixed(2), left >= 0.5]
    })
  })
}

function reportBudgets({ engine, register, exact, everybody, asOf, csv, xlsx, firstBytes }: ReportMeasured): Budget[] {
  const on = (what: string) => `${what} on ${engine}, a million sessions`
  const slower = register.few.perSecond / register.many.perSecond
  const speed = csv.rows / csv.seconds
  const slowest = Math.max(...Object.values(firstBytes), csv.first, xlsx.first)
  return [
    [on('report, exact, p95 of any filter'), '< 150 ms', `${whole(exact.p95)} ms`, exact.p95 < 150],
    [on('report, public, p95 of any filter'), '< 150 ms', `${whole(everybody.p95)} ms`, everybody.p95 < 150],
    [on('registering: times as slow as with 10,000'), '≤ 1.30', slower.toFixed(2), slower <= 1.3],
    [on('sessions as CSV, rows/s'), '≥ 100,000', thousands(speed), speed >= 100_000],
    [on('memory it takes besides'), '< 150 MB', `${csv.extra} MB`, csv.extra < 150],
    [on(`${thousands(xlsx.rows)} sessions as XLSX`), '≤ 4 s', `${xlsx.seconds.toFixed(1)} s`, xlsx.seconds <= 4],
    [on('memory that takes besides'), '< 150 MB', `${xlsx.extra} MB`, xlsx.extra < 150],
    [on('report as of a year back, first asked for'), '< 2 s', `${(asOf / 1000).toFixed(1)} s`, asOf < 2000],
    [on('first byte of the slowest file'), '< 1 s', `${slowest.toFixed(2)} s`, slowest < 1],
  ]
}

function searchBudget({ engine, p95 }: SearchMeasured): Budget {
  return [`search on ${engine}, p95 of any words`, '< 100 ms', `${whole(p95)} ms`, p95 < 100]
}

function searchWords(searches: SearchMeasured[]): string {
  return `## Searching: one at a time, until the whole page is there

Words that many texts have and words that none has, with typing errors and without, in every language.

${table(
  ['database', 'searches', 'p50', 'p95', 'slowest'],
  searches.map(({ engine, searches: count, p50, p95, slowest }) => [
    engine,
    String(count),
    `${p50.toFixed(1)} ms`,
    `${p95.toFixed(1)} ms`,
    `${slowest.time.toFixed(1)} ms (${slowest.query})`,
  ]),
)}
`
}

function lessonWords({ file, anonymous, unchanged, signedIn, withReflections, memory }: LessonsMeasured): string {
  const loads = {
    'static file of the same size': file,
    'anonymous lesson': anonymous,
    'anonymous lesson, unchanged (304)': unchanged,
    'signed-in lesson': signedIn,
    'signed-in lesson, reflections kept': withReflections,
  }
  return `## Load: 16 connections, as a browser asks (br, gzip)

${table(
  ['what', 'ratio', 'requests/s', 'p50', 'p99', 'bytes'],
  Object.entries(loads).map(([name, l]) => [
    name,
    (l.perSecond / file.perSecond).toFixed(2),
    whole(l.perSecond),
    `${l.p50} ms`,
    `${l.p99} ms`,
    String(l.bytes),
  ]),
)}

Memory of the server: ${memory.idle} MB after the start, ${memory.afterLoads} MB after the first four loads, ${memory.afterReflections} MB after the last one too.
`
}

function libraryBudgets({ file, recording, memory }: LibraryMeasured): Budget[] {
  const ratio = recording.perSecond / file.perSecond
  const grown = memory.afterTwice - memory.after
  return [
    ['200 listeners at a time, requests/s as a ratio to the static file', '≥ 0.50', ratio.toFixed(2), ratio >= 0.5],
    ['memory that the second time takes besides', '< 20 MB', `${grown} MB`, grown < 20],
  ]
}

function libraryWords({ file, recording, memory }: LibraryMeasured): string {
  return `## Listening: 200 connections, pieces of 256 kB

${table(
  ['what', 'ratio', 'requests/s', 'p50', 'p99'],
  [['the same bytes as a static file', file] as const, ['recording', recording] as const].map(([name, { perSecond, p50, p99 }]) => [
    name,
    (perSecond / file.perSecond).toFixed(2),
    whole(perSecond),
    `${p50} ms`,
    `${p99} ms`,
  ]),
)}

Memory of the server: ${memory.idle} MB after the start, ${memory.after} MB after the first time, ${memory.afterTwice} MB after the second.
`
}

function groupWords(groups: GroupsMeasured[]): string {
  return `## Groups, each with ten sessions: 16 connections

The list is its first page of 25. PostgreSQL runs without waiting for its disk.

${table(
  ['database', 'groups', 'what', 'requests/s', 'p50', 'p99'],
  groups.flatMap(({ engine, groups: number, list, register }) => [
    loadRow([engine, String(number), 'list of groups'], list),
    loadRow([engine, String(number), 'registering a session'], register),
  ]),
)}
`
}

function reportWords(reports: ReportMeasured[]): string {
  return `## Report with 1,000,000 sessions of three years in 342 municipalities

Pages are asked for one after the other, each filter five times. PostgreSQL runs without waiting for its disk.

${table(
  ['database', 'page', 'p50', 'p95'],
  reports.flatMap(({ engine, exact, everybody }) => [
    [engine, 'exact', `${whole(exact.p50)} ms`, `${whole(exact.p95)} ms`],
    [engine, 'public', `${whole(everybody.p50)} ms`, `${whole(everybody.p95)} ms`],
  ]),
)}

${table(
  ['database', 'registering with', 'requests/s', 'p50', 'p99'],
  reports.flatMap(({ engine, register: { few, many } }) => [
    loadRow([engine, '10,000 sessions'], few),
    loadRow([engine, '1,000,000 sessions'], many),
  ]),
)}

${table(
  ['database', 'file', 'rows', 'seconds', 'first byte', 'memory besides'],
  reports.flatMap(({ engine, csv, xlsx, firstBytes }) => [
    [engine, 'sessions, CSV', thousands(csv.rows), csv.seconds.toFixed(1), `${csv.first.toFixed(2)} s`, `${csv.extra} MB`],
    [engine, 'sessions, XLSX', thousands(xlsx.rows), xlsx.seconds.toFixed(1), `${xlsx.first.toFixed(2)} s`, `${xlsx.extra} MB`],
    ...Object.entries(firstBytes).map(([format, first]) => [engine, `figures, ${format}`, '', '', `${first.toFixed(2)} s`, '']),
  ]),
)}

The first look at the present after the start took ${reports.map(({ engine, first }) => `${(first / 1000).toFixed(1)} s on ${engine}`).join(' and ')}, the first public page ${reports.map(({ engine, firstPublic }) => `${(firstPublic / 1000).toFixed(1)} s on ${engine}`).join(' and ')}.
`
}

function visitWords({ visits }: LessonsMeasured): string {
  return `## First visits: 400 kbit/s, 400 ms round trip, processor four times slower

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
}

function loadRow(names: string[], { perSecond, p50, p99 }: Load): string[] {
  return [...names, whole(perSecond), `${p50} ms`, `${p99} ms`]
}

function kB(bytes: number): string {
  return (bytes / 1000).toFixed(1)
}

function whole(value: number): string {
  return String(Math.round(value))
}

function thousands(value: number): string {
  return Math.round(value).toLocaleString('en')
}

function table(head: string[], rows: string[][]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}
