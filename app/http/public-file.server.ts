import { createHash } from 'node:crypto'

/** Programs that follow a podcast ask a few times a day; an hour is short enough for them and spares the rest. */
const keptFor = 'public, max-age=3600'

/**
 * The answer with a text that is the same for everybody and is read by programs, also in pages of other sites. Nothing but 304
 * as long as it is the same.
 */
export function publicFile(request: Request, body: string, contentType: string): Response {
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  const headers = {
    ETag: etag,
    'Cache-Control': keptFor,
    'Access-Control-Allow-Origin': '*',
    'Cross-Origin-Resource-Policy': 'cross-origin',
  }
  const known = request.headers.get('If-None-Match')?.split(',') ?? []
  if (known.some((each) => ['*', etag].includes(each.trim().replace(/^W\//, '')))) return new Response(null, { status: 304, headers })
  return new Response(body, { headers: { ...headers, 'Content-Type': contentType } })
}
