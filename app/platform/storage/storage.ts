import type { Readable } from 'node:stream'

/** What became of a stream that was put away. */
export interface Stored {
  /** Where it is: worked out from what is in it, so the same content is kept once. */
  key: string
  bytes: number
  /** As hexadecimal text. */
  sha256: string
}

export interface StoredEntry {
  key: string
  bytes: number
  /** When it was put there last. */
  changedAt: Date
}

/** Where files are kept that people upload. Both kinds (a folder, a bucket) pass the same test. */
export interface Storage {
  /**
   * Looks whether it can be used at all. A server that does not answer now may do so later: that is no fault of the settings.
   * @throws StorageError
   */
  check: () => Promise<void>
  /**
   * Puts a stream away, piece by piece. Until it is there as a whole nothing is there: who breaks off leaves no half file.
   * @throws what the stream throws, or the fault of the disk or the server
   */
  put: (content: Readable, given?: { contentType?: string }) => Promise<Stored>
  /**
   * Opens what is there.
   * @param range first and last byte, both included; without an end all the rest
   * @throws NotStoredError
   */
  read: (key: string, range?: { start?: number; end?: number }) => Promise<Readable>
  /** Its length in bytes; null when it is not there. */
  size: (key: string) => Promise<number | null>
  /** Takes it away. What is not there stays away. */
  delete: (key: string) => Promise<void>
  /** All there is, in no order. */
  list: () => AsyncIterable<StoredEntry>
  /** Takes away what a server that was stopped halfway left behind before a moment. */
  clearUnfinished: (before: Date) => Promise<void>
}

/** The storage cannot be used as it is set; the message is one line for who runs the site. */
export class StorageError extends Error {}

/** There is nothing under this key. */
export class NotStoredError extends Error {
  constructor(key: string) {
    super(`Nothing is stored as ${key}`)
  }
}

/** The key of content by its hash. */
export function keyOf(sha256: string): string {
  return `${sha256.slice(0, 2)}/${sha256}`
}

/** Whether a text has the form of a key. Anything else never reaches a disk or a bucket. */
export function isKey(text: string): boolean {
  return /^([0-9a-f]{2})\/\1[0-9a-f]{62}$/.test(text)
}

/** @throws NotStoredError for what cannot be a key */
export function checkKey(key: string): void {
  if (!isKey(key)) throw new NotStoredError(JSON.stringify(key))
}
