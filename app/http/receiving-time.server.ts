import type { Request, RequestHandler } from 'express'

/** How long a body may take, in milliseconds. */
interface ReceivingTimes {
  usual: number
  upload: number
  /** Without a byte for so long, who uploads is gone. */
  silence: number
}

const usualTimes: ReceivingTimes = { usual: 30_000, upload: 2 * 60 * 60_000, silence: 60_000 }

/**
 * Bounds the time in which the body of a request has to come in, so that slow senders do not hold on to connections: half a
 * minute, and for uploads as long as they keep coming.
 */
export function receivingTime(isUpload: (request: Request) => boolean, times = usualTimes): RequestHandler {
  return (request, response, next) => {
    const hasBody = request.headers['content-length'] !== undefined || request.headers['transfer-encoding'] !== undefined
    if (!hasBody) return next()
    const giveUp = () => {
      if (!request.complete && !response.headersSent) response.writeHead(408, { Connection: 'close', 'Cache-Control': 'no-store' }).end()
      if (!request.complete) request.socket.destroySoon()
    }
    const upload = isUpload(request)
    const timer = setTimeout(giveUp, upload ? times.upload : times.usual).unref()
    // By the request, and not by its socket: Node would break the line off before anything could be said.
    if (upload) request.once('timeout', giveUp).socket.setTimeout(times.silence)
    const leave = () => {
      clearTimeout(timer)
      if (upload) request.removeListener('timeout', giveUp).socket.setTimeout(0)
    }
    request.once('end', leave).once('close', leave)
    next()
  }
}
