const zero = 48

/** A text as bytes with holes in it, all as wide. */
export interface Mould {
  bytes: Uint8Array
  /** Of a hole. */
  width: number
  /** Where they begin. */
  holes: readonly number[]
}

/** @param text with a NUL for each hole */
export function mouldOf(text: string, width: number): Mould {
  const holes: number[] = []
  let length = 0
  const parts = text.split('\0')
  for (const part of parts.slice(0, -1)) {
    length += Buffer.byteLength(part)
    holes.push(length)
    length += width
  }
  return { bytes: Buffer.from(parts.join(' '.repeat(width))), width, holes }
}

/**
 * Puts texts behind one another as UTF-8. Adding up strings makes an object for every plus; a file of a million rows has fifty
 * million of them, and clearing them away took half of its time.
 */
export class ByteWriter {
  private bytes = Buffer.allocUnsafe(1 << 16)
  private used = 0

  /** Letters of ASCII are written one by one, which is quickest for a few of them; a text with others goes the usual way. */
  text(text: string): void {
    const { length } = text
    const start = this.room(length * 3)
    const { bytes } = this
    let at = start
    for (let index = 0; index < length; index += 1) {
      const code = text.charCodeAt(index)
      if (code > 127) {
        this.used = start + bytes.write(text, start)
        return
      }
      bytes[at] = code
      at += 1
    }
    this.used = at
  }

  /** A text that was made into bytes before. */
  ready(source: Uint8Array): void {
    const start = this.room(source.length)
    this.bytes.set(source, start)
    this.used = start + source.length
  }

  /** A few bytes out of others: one by one is quickest for those. @param comma what stands for a comma */
  part(source: Uint8Array, from: number, to: number, comma = 44): void {
    let at = this.room(to - from)
    const { bytes } = this
    for (let index = from; index < to; index += 1) {
      const byte = source[index]!
      bytes[at] = byte === 44 ? comma : byte
      at += 1
    }
    this.used = at
  }

  /** A text that was made into bytes before, with the same few bytes in each of its holes. */
  filled({ bytes: source, holes }: Mould, filling: Uint8Array): void {
    const start = this.room(source.length)
    const { bytes } = this
    bytes.set(source, start)
    for (let hole = 0; hole < holes.length; hole += 1) {
      const from = start + holes[hole]!
      for (let at = 0; at < filling.length; at += 1) bytes[from + at] = filling[at]!
    }
    this.used = start + source.length
  }

  /** A whole number, not below nought. */
  count(number: number): void {
    const start = this.room(16)
    let [length, rest] = [1, number]
    while (rest >= 10) {
      rest = Math.floor(rest / 10)
      length += 1
    }
    rest = number
    for (let at = start + length - 1; at >= start; at -= 1) {
      const next = Math.floor(rest / 10)
      this.bytes[at] = zero + (rest - next * 10)
      rest = next
    }
    this.used = start + length
  }

  /** What was written since the last time. */
  take(): Uint8Array {
    const taken = this.bytes.subarray(0, this.used)
    // As much again is likely to follow.
    this.bytes = Buffer.allocUnsafe(Math.max(1 << 12, this.used + (this.used >> 3)))
    this.used = 0
    return taken
  }

  private room(more: number): number {
    const { used } = this
    if (used + more > this.bytes.length) {
      const larger = Buffer.allocUnsafe(Math.max(this.bytes.length * 2, used + more))
      larger.set(this.bytes.subarray(0, used))
      this.bytes = larger
    }
    return used
  }
}
