import { createHash } from 'node:crypto'
import type { Request, RequestHandler, Response } from 'express'
import { LRUCache } from 'lru-cache'
import { contentVersion } from '~/content/read'
import { readSessionCookie } from '~/platform/auth/sessions.server'
import { acceptedEncoding, compress, type Encoding } from './compress.server'

interface Locals {
  /** The content that there was when the request came in. */
  content?: number
}

interface Page {
  etag: string
  contentType: string
  size: number
  /** Each form is made once, when somebody first asks for it; who comes meanwhile waits for the same. */
  bodies: Partial<Record<Encoding, Promise<Buffer>>> & { identity: Promise<Buffer> }
}

/** Cache-Control of a page that is the same for every anonymous reader. A browser may keep it, and asks each time. */
export const sharedPage = 'public, no-cache'

/**
 * Pages that are the same for every anonymous reader, rendered once and kept compressed. Which ones they are, a route says by
 * answering with `Cache-Control: public, no-cache`. What they show is compiled at build time, so a new build is a new process; when
 * a translation is laid over the build, all of them are let go.
 */
export class PageCache {
  // A few hundred pages of some 20 kB, in seven languages; the bound is there for surprises. The compressed forms are
  // together smaller than the page itself.
  private readonly pages = new LRUCache<string, Page>({ maxSize: 32 * 1024 * 1024, sizeCalculation: (page) => 2 * page.size + 200 })

  /** The content that the kept pages show. */
  private content = contentVersion()

  /** Answers a request that a kept page can answer, and lets every other one through. */
  readonly answer: RequestHandler = (request, response, next) => {
    this.letGoOfOldContent()
    ;(response.locals as Locals).content = this.content
    const page = mayBeKept(request) ? this.pages.get(request.originalUrl) : undefined
    if (!page) return next()
    void this.send(page, request, response, 'once').catch(next)
  }

  /** Sends a page, and keeps it if others may ask for the very same. `body` is uncompressed HTML. */
  async keepAndSend(body: Buffer, contentType: string, request: Request, response: Response): Promise<void> {
    const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
    const page: Page = { etag, contentType, size: body.length, bodies: { identity: Promise.resolve(body) } }
    // Not what was rendered from texts that became others meanwhile.
    const kept = mayBeKept(request) && (response.locals as Locals).content === contentVersion()
    if (kept) this.pages.set(request.originalUrl, page)
    // Only what is kept is worth the time that compressing well takes.
    await this.send(page, request, response, kept ? 'once' : 'quick')
  }

  private letGoOfOldContent(): void {
    if (this.content === contentVersion()) return
    this.content = contentVersion()
    this.pages.clear()
  }

  private async send(page: Page, request: Request, response: Response, effort: 'once' | 'quick'): Promise<void> {
    const encoding = acceptedEncoding(request.headers['accept-encoding'])
    response.setHeader('Cache-Control', sharedPage)
    response.setHeader('ETag', page.etag)
    response.setHeader('Vary', 'Accept-Encoding, Cookie')
    if (matches(request.headers['if-none-match'], page.etag)) {
      response.statusCode = 304
      response.end()
      return
    }
    const body = await (page.bodies[encoding] ??= page.bodies.identity.then((whole) => compress(whole, encoding, effort)))
    response.setHeader('Content-Type', page.contentType)
    if (encoding !== 'identity') response.setHeader('Content-Encoding', encoding)
    response.setHeader('Content-Length', body.length)
    response.statusCode = 200
    response.end(request.method === 'HEAD' ? undefined : body)
  }
}

/**
 * Whether the answer to a request may be kept for others: it is a read, by nobody in particular, of an address in the one
 * spelling that our own links have. Other spellings lead to the same pages and would fill the cache with copies.
 */
export function mayBeKept(request: Request): boolean {
  if (request.method !== 'GET' && request.method !== 'HEAD') return false
  if (!/^\/[a-z]{2}(\/[a-z0-9-]+)*$/.test(request.originalUrl)) return false
  return readSessionCookie(request.headers.cookie) === null
}

function matches(header: string | undefined, etag: string): boolean {
  if (!header) return false
  return header.split(',').some((part) => part.trim().replace(/^W\//, '') === etag || part.trim() === '*')
}
