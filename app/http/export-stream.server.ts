import { ReadableStream } from 'node:stream/web'

/** A browser that took nothing for so long is gone: what it was given would hold a reading of the database open for ever. */
const patienceMs = 2 * 60_000

interface Given {
  /** Gives the place among the running exports back; it may be called more than once. */
  free: () => void
  /** Says that the connection is closed. */
  signal: AbortSignal
}

/**
 * The body of an answer with a file: read on as fast as the browser takes it, and begun when somebody wants it. When the browser
 * goes away, or stops taking, the reading ends; a fault breaks the connection off.
 */
export function exportStream(bytes: AsyncIterable<Uint8Array>, { free, signal }: Given, patience = patienceMs): ReadableStream<Uint8Array> {
  const iterator = bytes[Symbol.asyncIterator]()
  let waiting: NodeJS.Timeout | undefined
  const leave = () => {
    clearTimeout(waiting)
    signal.removeEventListener('abort', onAbort)
  }
  const end = () => {
    leave()
    free()
  }
  const stop = async () => {
    leave()
    // The place is free when the work has ended, and not when nobody waits for it any more. A fault on the way out changes nothing.
    await Promise.resolve(iterator.return?.()).catch(() => undefined)
    free()
  }
  const onAbort = () => void stop()
  if (signal.aborted) onAbort()
  else signal.addEventListener('abort', onAbort)
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        clearTimeout(waiting)
        try {
          const next = await iterator.next()
          if (next.done) {
            end()
            // What was left halfway must not look like a whole file.
            if (signal.aborted) controller.error(new Error('The connection was closed'))
            else controller.close()
            return
          }
          controller.enqueue(next.value)
          waiting = setTimeout(() => {
            void stop()
            controller.error(new Error('Nobody takes the file any more'))
          }, patience).unref()
        } catch (error) {
          end()
          throw error
        }
      },
      cancel: stop,
    },
    // Nothing is made before it is asked for: the answer to a HEAD begins no export.
    { highWaterMark: 0 },
  )
}
