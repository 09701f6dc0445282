/** The part of a file that a request asks for; both ends included. */
export interface AskedRange {
  start: number
  end: number
}

/**
 * Reads a Range header (RFC 9110, 14.1).
 * @returns one range within the file; `unsatisfiable` where it lies behind the end; `whole` where there is none, where it makes no
 * sense, and where several are asked for: a server may always answer with everything
 */
export function readRange(header: string | null, size: number): AskedRange | 'whole' | 'unsatisfiable' {
  const [, first = '', last = ''] = /^bytes=\s*(\d*)-(\d*)\s*$/i.exec(header ?? '') ?? []
  if (first === '' && last === '') return 'whole'
  if (first === '') {
    const length = Math.min(Number(last), size)
    return length === 0 ? 'unsatisfiable' : { start: size - length, end: size - 1 }
  }
  const start = Number(first)
  if (last !== '' && Number(last) < start) return 'whole'
  if (start >= size) return 'unsatisfiable'
  return { start, end: last === '' ? size - 1 : Math.min(Number(last), size - 1) }
}
