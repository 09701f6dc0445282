import { createHash } from 'node:crypto'
import type { Request, RequestHandler, Response } from 'express'
import { LRUCache } from 'lru-cache'
import { sessionCookieName } from '~/platform/auth/sessions.server'
import { acceptedEncoding, compress, type Encoding } from './compress.server'

interface Page {
  etag: string
  contentType: string
  bodies: Partial<Record<Encoding, Buffer>> & { identity: Buffer }
}

/** Cache-Control of a page that is the same for every anonymous reader. A browser may keep it, and asks each time. */
export const sharedPage = 'public, no-cache'

/**
 * Pages that are the same for every anonymous reader, rendered once and kept compressed. Which ones they are, a route says by
 * answering with `Cache-Control: public, no-cache`. What they show is compiled at build time, so a new build is a new process.
 */
export class PageCache {
  // A few hundred pages of some 20 kB, in seven languages; the bound is there for surprises.
  private readonly pages = new LRUCache<string, Page>({
    maxSize: 48 * 1024 * 1024,
    sizeCalculation: (page) => Object.values(page.bodies).reduce((sum, body) => sum + body.length, 200),
  })

  /** Answers a request that a kept page can answer, and lets every other one through. */
  readonly answer: RequestHandler = (request, response, next) => {
    const page = isAnonymousRead(request) ? this.pages.get(request.originalUrl) : undefined
    if (!page) return next()
    void this.send(page, request, response).catch(next)
  }

  /** Keeps a page and sends it. `body` is uncompressed HTML. */
  async keepAndSend(body: Buffer, contentType: string, request: Request, response: Response): Promise<void> {
    const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
    const page: Page = { etag, contentType, bodies: { identity: body } }
    if (isAnonymousRead(request)) this.pages.set(request.originalUrl, page)
    await this.send(page, request, response)
  }

  private async send(page: Page, request: Request, response: Response): Promise<void> {
    const encoding = acceptedEncoding(request.headers['accept-encoding'])
    response.setHeader('Cache-Control', sharedPage)
    response.setHeader('ETag', page.etag)
    response.setHeader('Vary', 'Accept-Encoding, Cookie')
    if (matches(request.headers['if-none-match'], page.etag)) {
      response.statusCode = 304
      response.end()
      return
    }
    const body = (page.bodies[encoding] ??= await compress(page.bodies.identity, encoding, 'once'))
    response.setHeader('Content-Type', page.contentType)
    if (encoding !== 'identity') response.setHeader('Content-Encoding', encoding)
    response.setHeader('Content-Length', body.length)
    response.statusCode = 200
    response.end(request.method === 'HEAD' ? undefined : body)
  }
}

/** A read without a session and without a query: only such requests are answered from or put into the cache. */
export function isAnonymousRead(request: Request): boolean {
  if (request.method !== 'GET' && request.method !== 'HEAD') return false
  if (request.originalUrl.includes('?')) return false
  return !request.headers.cookie?.includes(`${sessionCookieName}=`)
}

function matches(header: string | undefined, etag: string): boolean {
  if (!header) return false
  return header.split(',').some((part) => part.trim().replace(/^W\//, '') === etag || part.trim() === '*')
}
