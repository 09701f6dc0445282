import { AsyncLocalStorage } from 'node:async_hooks'
import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import path from 'node:path'
import { FileStore } from '@tus/file-store'
import { Server } from '@tus/server'
import { env } from '~/platform/env/env.server'

// Uploads that go on after the line was lost, by the protocol of tus.io. They only bring the bytes: what becomes of them, the
// form of the page decides afterwards.

const dayMs = 24 * 60 * 60 * 1000
const idPattern = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** What an upload says of itself: whose it is, and what for. */
export type UploadFacts = Record<string, string>

export interface ResumableRules {
  /** The path of their addresses, without a slash at the end. */
  path: string
  /** The largest file of any kind, in bytes; said to who asks. */
  maxSize: number
  /** Reads what somebody wants to send. @returns what to keep of it, or a status and a text to refuse it with */
  begin: (given: Record<string, string | null>, size: number) => UploadFacts | { status: number; text: string }
}

/** An upload as far as it has come. */
export interface Resumable {
  id: string
  file: string
  facts: UploadFacts
  offset: number
  size: number
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
export function resumableServer({ path: address, maxSize, begin }: ResumableRules) {
  const owners = new AsyncLocalStorage<string>()
  const datastore = files()
  const server = new Server({
    path: address,
    datastore,
    maxSize,
    relativeLocation: true,
    allowedOrigins: [env().appUrl],
    namingFunction: () => randomUUID(),
    getFileIdFromRequest: (_request, last) => (last && idPattern.test(last) ? last : undefined),
    onUploadCreate: async (_request, { metadata, size, sizeIsDeferred }) => {
      if (sizeIsDeferred || !size) throw refusal(400, 'The length is missing.')
      const facts = begin(metadata ?? {}, size)
      if ('status' in facts) throw refusal(Number(facts.status), String(facts.text))
      return { metadata: { ...facts, owner: owners.getStore() ?? '' } }
    },
    onIncomingRequest: async (request, id) => {
      // A new one is looked at when it is made.
      if (request.method === 'POST') return
      const upload = await datastore.getUpload(id)
      if (upload.metadata?.owner !== owners.getStore()) throw refusal(404, 'The file for this url was not found')
    },
  })
  return (request: IncomingMessage, response: ServerResponse, owner: string): Promise<void> =>
    owners.run(owner, () => server.handle(request, response))
}

/** The upload of somebody with this id, or null. */
export async function findResumable(owner: string, id: string): Promise<Resumable | null> {
  if (!idPattern.test(id)) return null
  const upload = await files()
    .getUpload(id)
    .catch(() => null)
  if (!upload?.size || upload.metadata?.owner !== owner) return null
  const created = Date.parse(upload.creation_date ?? '')
  if (!(Date.now() - created < dayMs)) return null
  const facts = Object.fromEntries(Object.entries(upload.metadata).flatMap(([name, value]) => (value === null ? [] : [[name, value]])))
  return { id, file: path.join(folder(), id), facts, offset: upload.offset, size: upload.size }
}

/** All that somebody began and did not use yet. */
export async function listResumable(owner: string): Promise<Resumable[]> {
  const ids =
    (await files()
      .configstore.list?.()
      .catch(() => [])) ?? []
  const found = await Promise.all(ids.map((id) => findResumable(owner, id)))
  return found.filter((each) => each !== null)
}

/** Clears an upload away. */
export async function removeResumable(id: string): Promise<void> {
  await files()
    .remove(id)
    .catch(() => undefined)
}

/** Clears away what nobody went on with for a day. */
export async function clearResumable(): Promise<void> {
  await files()
    .deleteExpired()
    .catch(() => 0)
}
