import type { RequestHandler } from 'express'

/** Who may show a page in a frame of theirs: of a page made for that everybody, of any other one nobody. */
const policyFor = (frameAncestors: "'none'" | '*') =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "media-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    `frame-ancestors ${frameAncestors}`,
  ].join('; ')

const policy = policyFor("'none'")
const embedPolicy = policyFor('*')

/** Pages that other sites show in a frame. Nobody is signed in there, and there is nothing to press that changes anything. */
export const isEmbedPage = (path: string) => /^\/[a-z]{2}\/embed\/[a-z0-9-]+$/.test(path)

/** Headers that every answer carries. HSTS only in production: on a laptop it would shut out plain http for years. */
export function securityHeaders({ production }: { production: boolean }): RequestHandler {
  const headers: [string, string][] = [
    ['Content-Security-Policy', policy],
    ['X-Content-Type-Options', 'nosniff'],
    ['Referrer-Policy', 'no-referrer'],
    ['X-Frame-Options', 'DENY'],
    ['Cross-Origin-Opener-Policy', 'same-origin'],
    ['Cross-Origin-Resource-Policy', 'same-origin'],
    ['Permissions-Policy', 'camera=(), microphone=(), geolocation=(), browsing-topics=(), interest-cohort=()'],
    ['X-DNS-Prefetch-Control', 'off'],
  ]
  if (production) headers.push(['Strict-Transport-Security', 'max-age=63072000; includeSubDomains'])
  return (request, response, next) => {
    for (const [name, value] of headers) response.setHeader(name, value)
    if (isEmbedPage(request.path)) {
      response.setHeader('Content-Security-Policy', embedPolicy)
      response.removeHeader('X-Frame-Options')
      // A site that isolates itself takes only frames that say so.
      response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin')
    }
    next()
  }
}
