import { open, type FileHandle } from 'node:fs/promises'
import { MediaFault } from './media-fault'

const windowSize = 256 * 1024
/** More than any part that has to be looked at as a whole. */
const largestPart = 16 * 1024 * 1024

/** The bytes of a file, read piece by piece: a film never stands in memory as a whole. */
export class FileBytes {
  #window: Buffer = Buffer.alloc(0)
  #from = 0

  private constructor(
    private readonly handle: FileHandle,
    readonly size: number,
  ) {}

  /** Opens a file for the length of some work. */
  static async use<T>(path: string, work: (bytes: FileBytes) => Promise<T>): Promise<T> {
    const handle = await open(path, 'r')
    try {
      return await work(new FileBytes(handle, (await handle.stat()).size))
    } finally {
      await handle.close()
    }
  }

  /**
   * Some bytes. They stay good until the next call.
   * @throws MediaFault `mediaBroken` where the file ends before
   */
  async at(offset: number, length: number): Promise<Buffer> {
    if (!this.has(offset, length) || length > largestPart) throw new MediaFault('mediaBroken')
    if (offset < this.#from || offset + length > this.#from + this.#window.length) {
      const wanted = Buffer.allocUnsafe(Math.min(Math.max(windowSize, length), this.size - offset))
      const { bytesRead } = await this.handle.read(wanted, 0, wanted.length, offset)
      if (bytesRead < length) throw new MediaFault('mediaBroken')
      this.#window = wanted.subarray(0, bytesRead)
      this.#from = offset
    }
    return this.#window.subarray(offset - this.#from, offset - this.#from + length)
  }

  /** Whether the file has these bytes. */
  has(offset: number, length: number): boolean {
    return Number.isSafeInteger(offset) && offset >= 0 && length >= 0 && offset + length <= this.size
  }
}
