import type { Request, RequestHandler } from 'express'

const usualMs = 30_000
const uploadMs = 2 * 60 * 60_000
/** Without a byte for so long, who uploads is gone. */
const silenceMs = 60_000

/**
 * Bounds the time in which the body of a request has to come in, so that slow senders do not hold on to connections: half a
 * minute, and for uploads as long as they keep coming.
 */
export function receivingTime(isUpload: (request: Request) => boolean): RequestHandler {
  return (request, response, next) => {
    const hasBody = request.headers['content-length'] !== undefined || request.headers['transfer-encoding'] !== undefined
    if (!hasBody) return next()
    const giveUp = () => {
      if (!request.complete && !response.headersSent) response.writeHead(408, { Connection: 'close', 'Cache-Control': 'no-store' }).end()
      if (!request.complete) request.socket.destroySoon()
    }
    const upload = isUpload(request)
    const timer = setTimeout(giveUp, upload ? uploadMs : usualMs).unref()
    if (upload) request.socket.setTimeout(silenceMs, giveUp)
    const leave = () => {
      clearTimeout(timer)
      if (upload) request.socket.setTimeout(0).removeListener('timeout', giveUp)
    }
    request.once('end', leave).once('close', leave)
    next()
  }
}
