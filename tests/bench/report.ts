import { randomUUID } from 'node:crypto'
import { loadForm, type Load } from './load'
import { fillGroups, findPlaces } from './many-groups'
import { fillMillion } from './million'
import { startBenchSite, type BenchSite } from './site'

/** What the report does with a million sessions, on one database. */
export interface ReportMeasured {
  engine: string
  /** Registering with 10,000 sessions and with a million. */
  register: { few: Load; many: Load }
  /** Milliseconds, of the page with every kind of filter, for somebody who sees exact figures and for everybody. */
  exact: Times
  everybody: Times
  /** Milliseconds until the first page of all, exact and public. */
  first: number
  firstPublic: number
  /** The page as of a year back, the first time that this moment is asked for. */
  asOf: number
  csv: Streamed
  xlsx: Streamed
  /** Seconds until the answer begins, of a file with figures by month and municipality, by format. */
  firstBytes: Record<string, number>
}

export interface Times {
  p50: number
  p95: number
}

export interface Streamed {
  rows: number
  seconds: number
  /** Until the answer begins, and the browser with it, in seconds. */
  first: number
  /** Megabytes that the server took besides what it had before. */
  extra: number
}

const filters = [
  '',
  'from=2025-01-01&to=2025-12-31',
  'from=2026-07-01&to=2026-09-30',
  'from=2024-03-01&to=2024-03-31',
  'programme=financieel',
  'programme=opvoeding&from=2024-01-01&to=2024-12-31',
  'kind=women',
  'municipality=GM0363',
  'municipality=GM0599&from=2025-01-01&to=2025-06-30',
  'province=Utrecht',
  'province=Fryslân&from=2024-01-01&to=2024-12-31',
  'language=ar',
  'language=ar%2Bnl',
  'audience=mothers',
]
const narrow = ['kind=women&province=Gelderland', 'from=2024-02-10&to=2025-05-20', 'programme=verandering&municipality=GM0518&audience=men']

/** Measures the report with a million sessions of three years in every municipality. */
export async function measureReport(engine: string, lesson: string, databaseUrl?: string): Promise<ReportMeasured> {
  const site = await startBenchSite(lesson, databaseUrl)
  const say = (text: string) => process.stderr.write(`${engine}, report: ${text}\n`)
  try {
    const coordinator = await site.signIn('coordinator-demo')
    await fillGroups(site.databaseUrl, (await findPlaces(site.databaseUrl)).organisationId, 1_000)
    const few = await registering(site, coordinator)
    say(`registering with 10,000 sessions ${few.perSecond.toFixed(0)}/s`)
    await fillMillion(site.databaseUrl)
    await site.restart()
    const Cookie = await site.signIn('manager-demo')
    const page = `${site.url}/nl/report`
    const first = await timed(`${page}?`, Cookie)
    const firstPublic = await timed(`${page}?disclosure=public`, '')
    say(`first page ${first.toFixed(0)} ms, first public page ${firstPublic.toFixed(0)} ms`)
    // The public edition, which is worked out after every start, is there now.
    const many = await registering(site, coordinator)
    say(`registering with a million ${many.perSecond.toFixed(0)}/s`)
    const exact = await times(
      [...filters, ...narrow].map((filter) => `${page}?${filter}`),
      Cookie,
    )
    say(`page, exact: p95 ${exact.p95.toFixed(0)} ms`)
    const everybody = await times(
      filters.map((filter) => `${page}?disclosure=public&${filter}`),
      '',
    )
    say(`page, public: p95 ${everybody.p95.toFixed(0)} ms`)
    const csv = await streamed(site, `${page}/export.csv?shape=sessions`, Cookie, countLines)
    say(`CSV: ${(csv.rows / csv.seconds).toFixed(0)} rows/s, ${csv.extra} MB`)
    const xlsx = await streamed(site, `${page}/export.xlsx?shape=sessions&from=2025-01-01&to=2025-04-14`, Cookie, () => 0)
    const rows = await streamed(site, `${page}/export.csv?shape=sessions&from=2025-01-01&to=2025-04-14`, Cookie, countLines)
    say(`XLSX: ${rows.rows} rows in ${xlsx.seconds.toFixed(1)} s, ${xlsx.extra} MB`)
    const asOf = await timed(`${page}?asOf=2025-11-15`, Cookie)
    say(`as of a year back ${asOf.toFixed(0)} ms`)
    const firstBytes: Record<string, number> = {}
    for (const format of ['csv', 'xlsx', 'pdf', 'json', 'zip'])
      firstBytes[format] = (await streamed(site, `${page}/export.${format}?by=month,municipality`, Cookie, () => 0)).first
    say(`first bytes ${JSON.stringify(firstBytes)}`)
    const figures = { engine, register: { few, many }, exact, everybody, first, firstPublic, asOf, firstBytes }
    return { ...figures, csv, xlsx: { ...xlsx, rows: rows.rows } }
  } finally {
    await site.stop()
  }
}

async function registering(site: BenchSite, Cookie: string): Promise<Load> {
  const { groupIds } = await findPlaces(site.databaseUrl)
  let turn = 0
  return loadForm({
    origin: site.url,
    headers: { Cookie, 'Sec-Fetch-Site': 'same-origin', Origin: site.url },
    next: () => ({
      path: `/nl/coordinate/groups/${groupIds[(turn += 1) % groupIds.length]}/sessions/new`,
      fields: { key: randomUUID(), date: '2026-11-01', present: '8', firstTime: '0', women: '6', men: '2', unknown: '0' },
    }),
  })
}

async function timed(url: string, Cookie: string): Promise<number> {
  const begin = performance.now()
  const answer = await fetch(url, { headers: { Cookie } })
  await answer.arrayBuffer()
  if (answer.status !== 200) throw new Error(`${url}: ${answer.status}`)
  return performance.now() - begin
}

/** Each address five times, one after the other. */
async function times(urls: string[], Cookie: string): Promise<Times> {
  const all: number[] = []
  for (let turn = 0; turn < 5; turn += 1) for (const url of urls) all.push(await timed(url, Cookie))
  all.sort((a, b) => a - b)
  const at = (share: number) => all[Math.min(all.length - 1, Math.floor(all.length * share))]!
  return { p50: at(0.5), p95: at(0.95) }
}

async function streamed(site: BenchSite, url: string, Cookie: string, count: (piece: Uint8Array) => number): Promise<Streamed> {
  const before = await site.memory()
  let [most, rows, first] = [before, -1, 0]
  const watch = setInterval(() => void site.memory().then((now) => (most = Math.max(most, now))), 100)
  const begin = performance.now()
  try {
    const answer = await fetch(url, { headers: { Cookie } })
    if (answer.status !== 200) throw new Error(`${url}: ${answer.status}`)
    first = performance.now() - begin
    for await (const piece of answer.body as unknown as AsyncIterable<Uint8Array>) rows += count(piece)
  } finally {
    clearInterval(watch)
  }
  return { rows, seconds: (performance.now() - begin) / 1000, first: first / 1000, extra: most - before }
}

function countLines(piece: Uint8Array): number {
  let lines = 0
  for (const byte of piece) if (byte === 10) lines += 1
  return lines
}
