import { randomUUID } from 'node:crypto'
import { constants, createReadStream, createWriteStream, mkdirSync } from 'node:fs'
import { access, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { hashing } from './hashed.server'
import { checkKey, isKey, keyOf, NotStoredError, StorageError, type Storage, type StoredEntry } from './storage'

/** Where files stand until they are whole. On the same disk, so that taking their place is one step. */
const unfinished = 'unfinished'

/** Storage in a folder of this machine. The folder is made when the first file comes. */
export function folderStorage(root: string): Storage {
  const fileOf = (key: string) => {
    checkKey(key)
    return path.join(root, key)
  }
  return {
    async check() {
      try {
        await mkdir(path.join(root, unfinished), { recursive: true })
        await access(path.join(root, unfinished), constants.W_OK)
      } catch (error) {
        throw new StorageError(`STORAGE_DIR cannot be used: nothing can be written in ${root} (${(error as NodeJS.ErrnoException).code}).`)
      }
    },

    async put(content) {
      const waiting = path.join(root, unfinished, `${randomUUID()}.part`)
      const hashed = hashing()
      // At once: a stream that breaks off while nobody listens would take the whole program with it.
      mkdirSync(path.dirname(waiting), { recursive: true })
      try {
        await pipeline(content, hashed.stream, createWriteStream(waiting, { flags: 'wx', mode: 0o640, flush: true }))
        const { bytes, sha256 } = hashed.result()
        const key = keyOf(sha256)
        const place = fileOf(key)
        await mkdir(path.dirname(place), { recursive: true })
        await rename(waiting, place)
        // The name outlives a power cut only when the folder is written too.
        await syncFolder(path.dirname(place))
        return { key, bytes, sha256 }
      } catch (error) {
        await rm(waiting, { force: true })
        throw error
      }
    },

    async read(key, { start = 0, end } = {}) {
      const file = await open(fileOf(key), 'r').catch((error: unknown) => {
        throw isMissing(error) ? new NotStoredError(key) : error
      })
      return createReadStream('', { fd: file, start, ...(end === undefined ? {} : { end }) })
    },

    async size(key) {
      return (await statOf(fileOf(key)))?.size ?? null
    },

    async delete(key) {
      await rm(fileOf(key), { force: true })
    },

    async *list(): AsyncIterable<StoredEntry> {
      for (const shelf of await namesIn(root)) {
        if (!/^[0-9a-f]{2}$/.test(shelf)) continue
        for (const name of await namesIn(path.join(root, shelf))) {
          const key = `${shelf}/${name}`
          const found = isKey(key) ? await statOf(path.join(root, key)) : null
          if (found) yield { key, bytes: found.size, changedAt: found.mtime }
        }
      }
    },

    async clearUnfinished(before) {
      for (const name of await namesIn(path.join(root, unfinished))) {
        const file = path.join(root, unfinished, name)
        const found = name.endsWith('.part') ? await statOf(file) : null
        if (found && found.mtime < before) await rm(file, { force: true })
      }
    },
  }
}

const isMissing = (error: unknown) => (error as NodeJS.ErrnoException).code === 'ENOENT'

function statOf(file: string) {
  return stat(file).catch((error: unknown) => {
    if (isMissing(error)) return null
    throw error
  })
}

function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch((error: unknown) => {
    if (isMissing(error)) return []
    throw error
  })
}

async function syncFolder(folder: string): Promise<void> {
  // Windows opens no folders; there the file system does this by itself.
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
