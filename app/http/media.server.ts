import type { FoundFile } from '~/domain/library/find-file.server'
import { readRange } from './byte-range'
import { fileAnswer } from './file-answer.server'

/** The hash of its content is in a file's name: what has this address never changes. */
const forEver = 'public, max-age=31536000, immutable'

/**
 * Answers with a file of the library, or the part of it that is asked for; it is read while it is sent, as fast as the other side
 * takes it. With `?download` in the address it is a file to save.
 */
export function mediaAnswer(request: Request, found: FoundFile): Response {
  const { file, size, changed } = found
  const etag = `"${file.name}"`
  const headers = new Headers({
    'Accept-Ranges': 'bytes',
    'Cache-Control': forEver,
    ETag: etag,
    'Last-Modified': changed.toUTCString(),
    'X-Content-Type-Options': 'nosniff',
    // Programs for podcasts play it in pages of their own.
    'Cross-Origin-Resource-Policy': 'cross-origin',
    // Their scripts read captions.
    'Access-Control-Allow-Origin': '*',
  })
  if (isUnchanged(request.headers, etag, changed)) return new Response(null, { status: 304, headers })
  headers.set('Content-Type', file.contentType)
  if (new URL(request.url).searchParams.has('download')) headers.set('Content-Disposition', `attachment; filename="${downloadName(found)}"`)

  const range = mayBePart(request.headers, etag, changed) ? readRange(request.headers.get('Range'), size) : 'whole'
  if (range === 'unsatisfiable') {
    headers.set('Content-Range', `bytes */${size}`)
    headers.set('Cache-Control', 'no-store')
    return new Response(null, { status: 416, headers })
  }
  if (range === 'whole') {
    headers.set('Content-Length', String(size))
    return fileAnswer(() => found.open(), { status: 200, headers })
  }
  headers.set('Content-Length', String(range.end - range.start + 1))
  headers.set('Content-Range', `bytes ${range.start}-${range.end}/${size}`)
  return fileAnswer(() => found.open(range), { status: 206, headers })
}

/** `leerkring-the-ring.nl.small.mp3`: says where it comes from, in any language, without the hash. */
export function downloadName({ item, file }: Pick<FoundFile, 'item' | 'file'>): string {
  return `leerkring-${item}.${file.name.replace(/\.[0-9a-f]{8}(?=\.[^.]+$)/, '')}`
}

function isUnchanged(headers: Headers, etag: string, changed: Date): boolean {
  const tags = headers.get('If-None-Match')
  if (tags !== null) return tags.split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag)
  const since = Date.parse(headers.get('If-Modified-Since') ?? '')
  return wholeSeconds(changed) <= since
}

/** Whether what the other side has already is of this very file, if it says so (If-Range). */
function mayBePart(headers: Headers, etag: string, changed: Date): boolean {
  const condition = headers.get('If-Range')
  return condition === null || condition === etag || Date.parse(condition) === wholeSeconds(changed)
}

/** Dates in headers have no milliseconds. */
function wholeSeconds(date: Date): number {
  return Math.floor(date.getTime() / 1000) * 1000
}
