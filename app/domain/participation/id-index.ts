/**
 * Finds ids within bytes. Making a string of each, to look it up in a map, takes several times as long. (Private in TypeScript only: what
 * the build makes of `#` would take longer than the finding.)
 */
export class IdIndex {
  private readonly bytes: Buffer
  /** Where each id begins in the bytes, and the last one ends. */
  private readonly starts: Int32Array
  /** The number of an id at the place that its bytes lead to, or at the next free one; -1 where there is none. */
  private readonly table: Int32Array
  private readonly mask: number

  constructor(ids: readonly string[]) {
    this.bytes = Buffer.from(ids.join(''), 'latin1')
    this.starts = new Int32Array(ids.length + 1)
    let size = 16
    while (size < 3 * ids.length) size *= 2
    this.mask = size - 1
    this.table = new Int32Array(size).fill(-1)
    for (const [number, id] of ids.entries()) {
      const start = this.starts[number]!
      const end = start + id.length
      this.starts[number + 1] = end
      let at = this.placeOf(this.bytes, start, end)
      while (this.table[at] !== -1) at = (at + 1) & this.mask
      this.table[at] = number
    }
  }

  /** The place in the list of the id that stands there; -1: it is not in the list. */
  find(bytes: Uint8Array, start: number, end: number): number {
    const table = this.table
    for (let at = this.placeOf(bytes, start, end); ; at = (at + 1) & this.mask) {
      const number = table[at]!
      if (number === -1 || this.is(number, bytes, start, end)) return number
    }
  }

  private placeOf(bytes: Uint8Array, start: number, end: number): number {
    let sum = 0
    for (let at = start; at < end; at += 1) sum = Math.imul(sum ^ bytes[at]!, 16_777_619)
    return (sum ^ (sum >>> 15)) & this.mask
  }

  private is(number: number, bytes: Uint8Array, start: number, end: number): boolean {
    const own = this.bytes
    const first = this.starts[number]!
    if (this.starts[number + 1]! - first !== end - start) return false
    for (let at = first, other = start; other < end; at += 1, other += 1) if (own[at] !== bytes[other]) return false
    return true
  }
}
