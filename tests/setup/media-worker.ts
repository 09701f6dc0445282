// Another process on the same database and the same folder: does what it is told, and says when it is done.
import { Readable } from 'node:stream'
import { clearMedia } from '~/domain/library/clear-media.server'
import { closeDatabase } from '~/platform/db/client.server'
import { storage } from '~/platform/storage/storage.server'

/** Clear at a moment, or put texts away. */
export type Order = { clearAt: number } | { put: string[] }

process.on('message', (order: Order) => void carryOut(order).then(() => process.send!('done')))
process.once('disconnect', () => void closeDatabase().then(() => process.exit(0)))
process.send!('ready')

async function carryOut(order: Order): Promise<void> {
  if ('clearAt' in order) return clearMedia(new Date(order.clearAt))
  const store = await storage()
  for (const text of order.put) await store.put(Readable.from([Buffer.from(text), Buffer.from(text.repeat(50_000))]))
}
