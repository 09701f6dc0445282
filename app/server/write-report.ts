import { open, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { exportReport } from '~/domain/participation/export-report.server'
import { readRequest } from '~/domain/participation/read-request.server'
import { formats, type Format } from '~/domain/participation/request'
import { i18nOf } from '~/i18n/server'
import { prepare } from './serve'

const choices = [
  'from',
  'to',
  'by',
  'programme',
  'kind',
  'organisation',
  'municipality',
  'province',
  'language',
  'audience',
  'background',
] as const

const usage = `Usage: npm run report -- --format csv|xlsx|pdf|json|zip --out FILE
  [--from YYYY-MM-DD] [--to YYYY-MM-DD] [--by month|quarter|year,programme|kind|organisation|municipality|province|language|audience|background]
  [--disclosure exact|public] [--shape figures|sessions] [--as-of YYYY-MM-DD or a moment with a zone] [--words nl|en] [--excel]
  [--programme …] [--kind …] [--organisation ID] [--municipality …] [--province …] [--language ar+nl] [--audience …] [--background …]`

/** Whoever runs commands on this machine has the database anyway. */
const commander = { id: 'command', roles: [{ role: 'manager', organisationId: null }] }

/**
 * Writes a report to a file. What is asked for is read as an address is; a broken-off file is taken away.
 * @param args as typed behind `npm run report --`; `--help` says what there is
 * @param folder where a relative file name begins
 * @returns a line that says what is wrong; null when the file is there
 * @throws StartError when the database cannot be opened
 */
export async function writeReport(args: string[], folder: string): Promise<string | null> {
  const options = readOptions(args)
  if (typeof options === 'string') return `${options} See npm run report -- --help.`
  const { format, out, words = 'nl', excel, help, 'as-of': asOf, ...rest } = options
  if (help) {
    process.stdout.write(`${usage}\n`)
    return null
  }
  if (!isFormat(format)) return `--format: choose ${formats.join(', ')}. See npm run report -- --help.`
  if (!out) return '--out: say in which file. See npm run report -- --help.'
  if (words !== 'nl' && words !== 'en') return '--words: choose nl or en. See npm run report -- --help.'
  if (excel && format !== 'csv') return '--excel: goes with --format csv only. See npm run report -- --help.'
  await prepare()
  const read = await readRequest({ disclosure: 'exact', ...rest, ...(asOf ? { asOf } : {}) }, commander)
  if ('refused' in read) return 'This report may not be given out.'
  if ('faults' in read) return read.faults.map(({ field, code }) => `--${field === 'asOf' ? 'as-of' : field}: ${wordsFor(code)}`).join('\n')
  const dialect = excel ? ({ delimiter: ';', byteOrderMark: true } as const) : undefined
  const by = { by: 'command', accountId: null } as const
  const file = exportReport(read.asked, format, { language: words, dialect }, by)
  if ('code' in file) return wordsFor(file.code)
  return write(path.resolve(folder, out), file.bytes)
}

function readOptions(args: string[]) {
  const text = { type: 'string' } as const
  const named = Object.fromEntries([...choices, 'disclosure', 'shape', 'as-of', 'format', 'out', 'words'].map((name) => [name, text]))
  try {
    const { values } = parseArgs({ args, options: { ...named, excel: { type: 'boolean' }, help: { type: 'boolean' } }, strict: true })
    return values as Record<string, string> & { excel?: boolean; help?: boolean }
  } catch (error) {
    // Its first sentence; Node goes on with advice.
    return `${String(error instanceof Error ? error.message : error).split(/\.\s|\.$/)[0]!}.`
  }
}

function isFormat(given: string | undefined): given is Format {
  return formats.some((format) => format === given)
}

function wordsFor(code: string): string {
  return i18nOf('en').getFixedT('en', 'errors')(code as 'choiceUnknown')
}

/** Writes beside the file first: what stands there under its own name is whole. Who stops the command leaves nothing behind. */
async function write(file: string, bytes: AsyncIterable<Uint8Array>): Promise<string | null> {
  const partial = `${file}.${process.pid}.part`
  const stopping = new AbortController()
  const stop = () => stopping.abort()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop)
  let written = 0
  const counted = countBytes(bytes, (length) => showProgress((written += length)))
  try {
    // Before anything is worked out for a place where nothing can be written.
    const target = await open(partial, 'wx')
    await pipeline(Readable.from(counted), target.createWriteStream(), { signal: stopping.signal })
    await rename(partial, file)
  } catch (error) {
    await rm(partial, { force: true })
    if (stopping.signal.aborted) return 'Stopped; no file was written.'
    const { syscall = '', message } = error as NodeJS.ErrnoException
    // What is wrong with the file is said; what went wrong in making it is a fault of ours.
    if (['open', 'write', 'rename'].includes(syscall)) return `${file} could not be written: ${message}`
    throw error
  } finally {
    // The database is closed after this: nothing may be reading still.
    await counted.return(undefined)
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, stop)
  }
  process.stdout.write(`${file}: ${(await stat(file)).size} bytes\n`)
  return null
}

async function* countBytes(bytes: AsyncIterable<Uint8Array>, count: (length: number) => void): AsyncGenerator<Uint8Array> {
  for await (const piece of bytes) {
    count(piece.length)
    yield piece
  }
}

/** Who waits at a screen sees that it goes on. */
function showProgress(bytes: number): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${(bytes / 1e6).toFixed(1)} MB`)
}
