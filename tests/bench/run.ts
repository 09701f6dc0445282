import { startPostgresql } from '../../app/commands/throw-away-postgresql.mjs'
import { measureGroups } from './groups'
import { measureLessons } from './lessons'
import { measureLibrary } from './library'
import { measureReport } from './report'
import { measureSearch } from './search'
import { writeBenchmarks } from './write-benchmarks'

// One run measures all of it, on one machine: absolute figures differ from machine to machine, ratios hardly. With names behind it
// (`npm run bench -- report`) only those parts are measured and printed, and the page with the benchmarks stays as it was.

const lesson = '/nl/courses/opvoeding/choosing'
const parts = ['lessons', 'library', 'groups', 'report', 'search'] as const
const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !(parts as readonly string[]).includes(name))
if (unknown.length > 0) throw new Error(`There is no part ${unknown.join(', ')}; there are ${parts.join(', ')}`)
const wanted = (part: (typeof parts)[number]) => asked.length === 0 || asked.includes(part)

const lessons = wanted('lessons') ? await measureLessons(lesson) : null
const library = wanted('library') ? await measureLibrary(lesson) : null
const groups = wanted('groups') ? await onBoth((engine, url) => measureGroups(engine, lesson, url)) : []
const reports = wanted('report') ? await onBoth(async (engine, url) => [await measureReport(engine, lesson, url)]) : []
const searches = wanted('search') ? await onBoth(async (engine, url) => [await measureSearch(engine, lesson, url)]) : []
const { text, held } = writeBenchmarks({ lessons, library, groups, reports, searches }, asked.length === 0)
process.stdout.write(`${text}\n`)
process.exitCode = held ? 0 : 1

async function onBoth<T>(measure: (engine: string, url?: string) => Promise<T[]>): Promise<T[]> {
  const onSqlite = await measure('SQLite')
  const { url, stop, why } = (await startPostgresql()) as { url?: string; stop: () => void; why?: string }
  if (!url) {
    process.stderr.write(`${why}\n`)
    return onSqlite
  }
  try {
    return [...onSqlite, ...(await measure('PostgreSQL', url))]
  } finally {
    stop()
  }
}
