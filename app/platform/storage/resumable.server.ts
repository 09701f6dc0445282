import { AsyncLocalStorage } from 'node:async_hooks'
import { randomUUID } from 'node:crypto'
import { readdir, rm, stat } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import path from 'node:path'
import { FileStore } from '@tus/file-store'
import { Server } from '@tus/server'
import { env } from '~/platform/env/env.server'

// Uploads that go on after the line was lost, by the protocol of tus.io. They only bring the bytes: what becomes of them, the
// form of the page decides afterwards.

const hourMs = 60 * 60 * 1000
const dayMs = 24 * hourMs
const idPattern = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** What an upload says of itself: whose it is, and what for. */
export type UploadFacts = Record<string, string>

export interface ResumableRules {
  /** The path of their addresses, without a slash at the end. */
  path: string
  /** The largest file of any kind, in bytes; said to who asks. */
  maxSize: number
  /** Reads what somebody wants to send. @returns what to keep of it, or a status and a text to refuse it with */
  begin: (
    given: Record<string, string | null>,
    upload: { id: string; owner: string; size: number },
  ) => Promise<{ facts: UploadFacts } | { status: number; text: string }>
  /** Called when an upload that was let begin is written down, or came to nothing after all. */
  begun: (id: string) => void
}

/** An upload as far as it has come. */
export interface Resumable {
  id: string
  file: string
  facts: UploadFacts
  offset: number
  size: number
  begunAt: Date
}

let store: FileStore | undefined

function files(): FileStore {
  if (store) return store
  store = new FileStore({ directory: folder(), expirationPeriodInMilliseconds: dayMs })
  // A length that is only said later could not be refused in time.
  store.extensions = store.extensions.filter((name) => name !== 'creation-defer-length')
  return store
}

const folder = () => path.join(env().storageFolder, 'unfinished', 'resumable')

const refusal = (status: number, text: string) => ({ status_code: status, body: `${text}\n` })

/**
 * Makes the server of resumable uploads.
 * @returns a function that answers a request of somebody who may upload; `owner` is the only one who can go on with what she began
 */
export function resumableServer({ path: address, maxSize, begin, begun }: ResumableRules) {
  const requests = new AsyncLocalStorage<{ owner: string; began?: string }>()
  const ownerNow = () => requests.getStore()?.owner ?? ''
  const datastore = files()
  const server = new Server({
    path: address,
    datastore,
    maxSize,
    relativeLocation: true,
    allowedOrigins: [env().appUrl],
    namingFunction: () => randomUUID(),
    getFileIdFromRequest: (_request, last) => (last && idPattern.test(last) ? last : undefined),
    onUploadCreate: async (_request, { id, metadata, size, sizeIsDeferred }) => {
      if (sizeIsDeferred || !size) throw refusal(400, 'The length is missing.')
      const owner = ownerNow()
      const answer = await begin(metadata ?? {}, { id, owner, size })
      if ('status' in answer) throw refusal(answer.status, answer.text)
      const request = requests.getStore()
      if (request) request.began = id
      return { metadata: { ...answer.facts, owner } }
    },
    onIncomingRequest: async (request, id) => {
      // A new one is looked at when it is made.
      if (request.method === 'POST') return
      const upload = await datastore.getUpload(id)
      if (upload.metadata?.owner !== ownerNow()) throw refusal(404, 'The file for this url was not found')
    },
  })
  return (request: IncomingMessage, response: ServerResponse, owner: string): Promise<void> => {
    const own: { owner: string; began?: string } = { owner }
    return requests.run(own, () =>
      server.handle(request, response).finally(() => {
        if (own.began) begun(own.began)
      }),
    )
  }
}

/** The upload of somebody with this id, or null. */
export async function findResumable(owner: string, id: string): Promise<Resumable | null> {
  const found = await findAny(id)
  return found?.owner === owner && !isOver(found.begunAt) ? found : null
}

/** All that somebody began and did not use yet, the oldest first. */
export async function listResumable(owner: string): Promise<Resumable[]> {
  const all = await listAll()
  return all.filter((each) => each.owner === owner && !isOver(each.begunAt)).sort((a, b) => Number(a.begunAt) - Number(b.begunAt))
}

/** What lies on the disk or is let in until it is all there, whoever sends it. */
export async function listReserved(): Promise<{ id: string; owner: string; bytes: number }[]> {
  return (await listAll()).map(({ id, owner, size }) => ({ id, owner, bytes: size }))
}

async function listAll() {
  const found = await Promise.all((await idsIn(folder())).map(findAny))
  return found.filter((each) => each !== null)
}

/** By the names in the folder: half an upload, or one that nobody can read, is on the disk too. */
async function idsIn(place: string): Promise<string[]> {
  const names = await readdir(place).catch((): string[] => [])
  return [...new Set(names.map((name) => name.replace(/\.json$/, '')))].filter((id) => idPattern.test(id))
}

async function findAny(id: string): Promise<(Resumable & { owner: string }) | null> {
  if (!idPattern.test(id)) return null
  const upload = await files()
    .getUpload(id)
    .catch(() => null)
  if (!upload?.size) return null
  const { owner = '', ...facts } = Object.fromEntries(
    Object.entries(upload.metadata ?? {}).flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
  ) as Record<string, string>
  const begunAt = new Date(upload.creation_date ?? 0)
  return { id, owner, file: path.join(folder(), id), facts, offset: upload.offset, size: upload.size, begunAt }
}

const isOver = (begunAt: Date) => !(Date.now() - begunAt.getTime() < dayMs)

/** Clears an upload away. */
export async function removeResumable(id: string): Promise<void> {
  if (!idPattern.test(id)) return
  await Promise.all([id, `${id}.json`].map((name) => rm(path.join(folder(), name), { force: true })))
}

/**
 * Clears away what nobody used for a day since it was begun, and what nobody can read. An hour later than it is gone for its
 * owner: at the last moment it may have been taken, and is being looked at. Several processes may do so at once.
 */
export async function clearResumable(now = Date.now()): Promise<void> {
  for (const id of await idsIn(folder())) {
    const begunAt = (await findAny(id))?.begunAt.getTime() ?? (await oldestOf(id))
    if (begunAt < now - dayMs - hourMs) await removeResumable(id)
  }
}

/** When something of an upload was written first; now when there is nothing of it any more. */
async function oldestOf(id: string): Promise<number> {
  const times = await Promise.all(
    [id, `${id}.json`].map((name) =>
      stat(path.join(folder(), name)).then(
        ({ mtimeMs }) => mtimeMs,
        () => Date.now(),
      ),
    ),
  )
  return Math.min(...times)
}
