import { env } from '~/platform/env/env.server'
import { folderStorage } from './folder-storage.server'
import type { Storage } from './storage'

let opened: Promise<Storage> | undefined

/** The storage that the settings name: a folder, or a bucket. What a bucket needs is loaded only for one. */
export function storage(): Promise<Storage> {
  return (opened ??= open())
}

async function open(): Promise<Storage> {
  const { storageFolder, s3 } = env()
  if (!s3) return folderStorage(storageFolder)
  const { s3Storage } = await import('./s3-storage.server')
  return s3Storage(s3)
}
