import type { Readable } from 'node:stream'

type Open = () => Promise<Readable>

const files = new WeakMap<Response, Open>()

/**
 * An answer with a file for its body. `open` is called when the body is sent, and only then. The file goes from Node's stream
 * to Node's connection as it is: through the streams of the web it would take several times as long.
 */
export function fileAnswer(open: Open, init: ResponseInit): Response {
  const answer = new Response(null, init)
  files.set(answer, open)
  return answer
}

/** What opens the file of an answer, if it has one. */
export function fileOf(answer: Response): Open | undefined {
  return files.get(answer)
}
