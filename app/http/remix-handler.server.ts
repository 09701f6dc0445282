import { pipeline } from 'node:stream/promises'
import { Readable } from 'node:stream'
import { createRequestHandler, type AppLoadContext, type ServerBuild } from '@remix-run/node'
import type { Request as ExpressRequest, RequestHandler, Response as ExpressResponse } from 'express'
import { acceptedEncoding, compress } from './compress.server'
import { fileOf } from './file-answer.server'
import { sharedPage, type PageCache } from './page-cache.server'

/** Renders an answer with Remix, for a request whose body (if any) was read before. */
export type Render = (request: ExpressRequest, response: ExpressResponse, context: AppLoadContext) => Promise<Response>

/** Makes the renderer of a build. */
export function createRender(build: ServerBuild, appUrl: string): Render {
  const handle = createRequestHandler(build, process.env.NODE_ENV)
  return (request, response, context) => handle(toWebRequest(request, response, appUrl), context)
}

interface RemixHandlerOptions {
  render: Render
  cache: PageCache
  /** Makes what loaders and actions get beside the request. */
  contextOf: (request: ExpressRequest, response: ExpressResponse) => Promise<AppLoadContext>
}

/**
 * Hands requests to Remix and sends its answers. Pages come as whole texts: they are compressed and, when they are the same
 * for everybody, kept. Anything else is streamed.
 */
export function remixHandler({ render, cache, contextOf }: RemixHandlerOptions): RequestHandler {
  return async (request, response, next) => {
    try {
      const answer = await render(request, response, await contextOf(request, response))
      await send(answer, request, response, cache)
    } catch (error) {
      next(error)
    }
  }
}

function toWebRequest(request: ExpressRequest, response: ExpressResponse, appUrl: string): Request {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) {
    // Remix would compare the origin with the host, and a form on a page without referrer says `Origin: null`. Where a
    // request comes from was decided before (see csrf.server.ts).
    if (value === undefined || name.startsWith(':') || name === 'origin') continue
    headers.set(name, Array.isArray(value) ? value.join(', ') : value)
  }
  const controller = new AbortController()
  response.once('close', () => controller.abort())
  // A HEAD is answered like a GET, so that length and ETag are those of the page; its body is left out when it is sent.
  const init: RequestInit = { method: request.method === 'HEAD' ? 'GET' : request.method, headers, signal: controller.signal }
  // The body was read, and bounded, by express.raw before.
  if (request.method !== 'GET' && request.method !== 'HEAD') init.body = Buffer.isBuffer(request.body) ? new Uint8Array(request.body) : null
  return new Request(appUrl + request.url, init)
}

async function send(answer: Response, request: ExpressRequest, response: ExpressResponse, cache: PageCache): Promise<void> {
  const contentType = answer.headers.get('Content-Type') ?? ''
  if (
    request.method !== 'POST' &&
    answer.status === 200 &&
    answer.headers.get('Cache-Control') === sharedPage &&
    !answer.headers.has('Set-Cookie')
  ) {
    await cache.keepAndSend(Buffer.from(await answer.arrayBuffer()), contentType, request, response)
    return
  }
  response.statusCode = answer.status
  for (const [name, value] of answer.headers) if (name !== 'set-cookie') response.setHeader(name, value)
  if (request.method === 'POST') response.setHeader('Cache-Control', 'no-store')
  for (const cookie of answer.headers.getSetCookie()) response.appendHeader('Set-Cookie', cookie)
  // What is made for one reader stays nowhere: not in a proxy, and not behind the back button after signing out.
  if (!answer.headers.has('Cache-Control')) response.setHeader('Cache-Control', 'no-store')
  // A file is handed on while it is made, whatever its kind.
  const isFile = answer.headers.get('Content-Disposition')?.startsWith('attachment') ?? false
  const openFile = fileOf(answer)
  if (openFile && request.method !== 'HEAD') {
    await sendStream(await openFile(), response)
  } else if (!answer.body || request.method === 'HEAD') {
    await answer.body?.cancel()
    response.end()
  } else if (!isFile && /^(text\/html|text\/plain|application\/(json|rss\+xml))/.test(contentType)) {
    const body = Buffer.from(await answer.arrayBuffer())
    const encoding = body.length > 1000 ? acceptedEncoding(request.headers['accept-encoding']) : 'identity'
    const sent = await compress(body, encoding, 'quick')
    if (encoding !== 'identity') response.setHeader('Content-Encoding', encoding)
    response.setHeader('Vary', 'Accept-Encoding, Cookie')
    response.setHeader('Content-Length', sent.length)
    response.end(sent)
  } else {
    // The browser says at once that it gets a file, also where the first bytes of it take a while to work out.
    if (isFile) response.flushHeaders()
    await sendStream(Readable.fromWeb(answer.body as import('node:stream/web').ReadableStream), response)
  }
}

/** Sends as fast as the other side takes it, and closes the stream whatever happens. */
async function sendStream(stream: Readable, response: ExpressResponse): Promise<void> {
  // Who stops reading would hold a file for ever; a player asks for the rest again.
  response.setTimeout(10 * 60_000, () => response.destroy())
  try {
    await pipeline(stream, response)
  } catch (error) {
    // Who goes away halfway is no fault of ours.
    if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error
  }
}
