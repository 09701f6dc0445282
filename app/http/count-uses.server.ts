import type { RequestHandler } from 'express'
import { countAnswered } from '~/domain/library/reach/count-uses.server'
import { mayCount } from '~/domain/library/reach/use-of'

/**
 * Counts uses of the library, whichever way an answer was made: rendered, kept, or a piece of a file. It looks when the answer
 * begins: somebody who stops listening halfway had begun, and a pause keeps a connection open for long.
 */
export const countUses: RequestHandler = (request, response, next) => {
  if (!mayCount(request.method, request.url)) return next()
  const { originalUrl: url } = request
  const header = (name: string) => request.get(name)
  const note = () => {
    // A page that was asked for as data is no page.
    const isPage = /^(text\/html|application\/zip)/.test(String(response.getHeader('Content-Type')))
    if (!isPage && /^\/[a-z]{2}\/library\//.test(url)) return
    countAnswered({ method: request.method, url, status: response.statusCode, header }, request.ip ?? '')
  }
  const writeHead = response.writeHead.bind(response) as (...given: unknown[]) => typeof response
  response.writeHead = ((...given: unknown[]) => {
    response.writeHead = writeHead as typeof response.writeHead
    const answer = writeHead(...given)
    note()
    return answer
  }) as typeof response.writeHead
  next()
}
