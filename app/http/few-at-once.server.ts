import type { RequestHandler } from 'express'

/** Longer bodies than this are few, and are counted; the others any form may send. */
const small = 64 * 1024

/**
 * Lets only so many large bodies in at once: each stays in memory while its answer is made. Who comes too many is asked to come back.
 * @param most at once, for all visitors together
 */
export function fewAtOnce(most: number): RequestHandler {
  let running = 0
  return (request, response, next) => {
    const length = Number(request.headers['content-length'])
    // Without a length nobody knows how long it will be.
    if (length <= small) return next()
    if (running >= most) {
      response.status(503).set('Retry-After', '10').set('Cache-Control', 'no-store').type('text/plain')
      response.send('503 Busy: others are sending large files. Try again in a moment.\n')
      return
    }
    running += 1
    response.once('close', () => (running -= 1))
    next()
  }
}
