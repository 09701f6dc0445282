import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { mediaPath } from '~/content/build'
import type { ItemFile } from '~/content/library/types'
import { findItem } from '~/content/read'

/** The first and the last byte, both included. */
export interface ByteRange {
  start: number
  end: number
}

/** A file of the library, ready to be handed out. */
export interface FoundFile {
  item: string
  file: ItemFile
  size: number
  changed: Date
  /** Reads the file, or a part of it. Whoever opens it reads it to its end or destroys it. */
  open: (range?: ByteRange) => Readable
}

/**
 * The file of an item with this name, or null. Names are looked up and never made into a path: what no item has is not there,
 * however its name is written.
 */
export async function findFile(itemId: string, name: string): Promise<FoundFile | null> {
  const file = findItem(itemId)?.files.find((each) => each.name === name)
  if (!file) return null
  const place = path.join(process.cwd(), mediaPath, itemId, file.name)
  const stats = await stat(place).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (!stats) return null
  return { item: itemId, file, size: stats.size, changed: stats.mtime, open: (range) => createReadStream(place, range) }
}
