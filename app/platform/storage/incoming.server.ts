import { randomUUID } from 'node:crypto'
import { createWriteStream, mkdirSync } from 'node:fs'
import { readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { env } from '~/platform/env/env.server'
import { clearResumable } from './resumable.server'

/** Where files wait, on this machine, while they come in and until somebody has looked at them. */
export function incomingFolder(): string {
  return path.join(env().storageFolder, 'unfinished')
}

/**
 * Writes a stream to a file of its own.
 * @returns where it is, and how much it is; who asked for it clears it away
 * @throws what the stream throws; nothing is left then
 */
export async function receive(content: Readable): Promise<{ file: string; bytes: number }> {
  const file = path.join(incomingFolder(), `${randomUUID()}.part`)
  // At once: a stream that breaks off while nobody listens would take the whole program with it.
  mkdirSync(path.dirname(file), { recursive: true })
  try {
    await pipeline(content, createWriteStream(file, { flags: 'wx', mode: 0o640 }))
    return { file, bytes: (await stat(file)).size }
  } catch (error) {
    await discard(file)
    throw error
  }
}

/** Clears a file away, if it is there. */
export async function discard(file: string): Promise<void> {
  await rm(file, { force: true })
}

/** Clears away what a server that was stopped left behind before a moment, and uploads that nobody went on with. */
export async function clearIncoming(before: Date): Promise<void> {
  const folder = incomingFolder()
  // It may not be there yet.
  const names = await readdir(folder).catch((): string[] => [])
  for (const name of names.filter((each) => each.endsWith('.part'))) {
    const file = path.join(folder, name)
    const found = await stat(file).catch(() => null)
    if (found && found.mtime < before) await discard(file)
  }
  await clearResumable()
}
