import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { mediaPath } from '~/content/build'
import type { ItemFile } from '~/content/library/types'
import { findUploaded, type UploadedFile } from '~/content/library/uploads'
import { getBuiltCatalogue } from '~/content/read'
import { storage } from '~/platform/storage/storage.server'
import { findMediaById } from './media-repository.server'
import { asUploaded, findSuperseded } from './published-files.server'

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
  open: (range?: ByteRange) => Promise<Readable>
}

/**
 * The file of an item with this name, or null. Names are looked up and never made into a path: what no item has is not there,
 * however its name is written.
 */
export async function findFile(itemId: string, name: string): Promise<FoundFile | null> {
  const uploaded = findUploaded(itemId, name)
  if (uploaded) return storedFile(uploaded)
  // What an uploaded file took the place of is still there for who has the page of before open.
  const item = getBuiltCatalogue().library.find(({ id }) => id === itemId)
  const file = item?.files.find((each) => each.name === name)
  if (item && !file) {
    const superseded = isUploadName(name) ? await findSuperseded(itemId, name) : null
    return superseded && storedFile(superseded)
  }
  if (!file) return null
  const place = path.join(process.cwd(), mediaPath, itemId, file.name)
  const stats = await stat(place).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (!stats) return null
  const open = (range?: ByteRange) => Promise.resolve(createReadStream(place, range))
  return { item: itemId, file, size: stats.size, changed: stats.mtime, open }
}

/** `nl.small.1a2b3c4d.mp3`: anything else is not worth asking the database for. */
const isUploadName = (name: string) => /^[a-z]{2}\.(?:[a-z]+\.)?[0-9a-f]{8}\.[a-z0-9]{3,4}$/.test(name)

/** An uploaded file, out of the storage; null when it is not there after all. */
export async function storedFile({ item, storageKey, publishedAt, ...file }: UploadedFile): Promise<FoundFile | null> {
  const store = await storage()
  if ((await store.size(storageKey)) !== file.bytes) return null
  const { language, role, name, contentType, bytes } = file
  const open = (range?: ByteRange) => store.read(storageKey, range)
  return { item, file: { language, role, name, contentType, bytes }, size: bytes, changed: publishedAt, open }
}

/** Any version of a file of an item, published or not, for who may see it; null when there is none. */
export async function findStoredVersion(itemId: string, id: string): Promise<FoundFile | null> {
  const row = await findMediaById(itemId, id)
  const file = row && asUploaded(row)
  return file && storedFile(file)
}
