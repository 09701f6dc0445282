import { itemWith, layOverFiles, type UploadedFile } from '~/content/library/uploads'
import type { FileRole, Voices } from '~/content/library/types'
import { getBuiltCatalogue } from '~/content/read'
import { isLanguage } from '~/i18n/languages'
import { listCurrentRows, listSupersededRows, type SlotKey } from './media-repository.server'
import { uploadRoles } from './slots'

/** Has the pages, the feeds and the player show what is published now. Called at the start, after a change, and now and then. */
export function showPublished(): Promise<void> {
  // One after the other: an older list must not come behind a newer one, and bring back what was taken away.
  const mine = turn.then(async () => layOverFiles((await listCurrentRows()).flatMap((row) => asUploaded(row) ?? [])))
  turn = mine.catch(() => undefined)
  return mine
}

let turn: Promise<void> = Promise.resolve()

/** A file that was on the site a while ago: somebody may be listening to it still. Null for one that was taken back. */
export async function findSuperseded(itemId: string, name: string): Promise<UploadedFile | null> {
  for (const row of await listSupersededRows(itemId)) {
    const file = asUploaded(row)
    if (file?.name === name) return file
  }
  return null
}

/**
 * The ids of the versions of an item that the site shows: those that were published last, but for captions that gave way to a recording
 * that is newer than they are. By what is written down: another process may have published something a moment ago.
 */
export async function listShown(itemId: string): Promise<Set<string>> {
  const item = getBuiltCatalogue().library.find(({ id }) => id === itemId)
  if (!item) return new Set()
  const files = (await listCurrentRows(itemId)).flatMap((row) => {
    const file = asUploaded(row)
    return file ? [{ ...file, id: row.id }] : []
  })
  const shown = itemWith(item, files).files
  return new Set(files.filter((file) => shown.some(({ name, role }) => name === file.name && role === file.role)).map(({ id }) => id))
}

const endings: Readonly<Record<string, string>> = {
  'audio/mpeg': 'mp3',
  'audio/mp4': 'm4a',
  'audio/ogg': 'ogg',
  'video/mp4': 'mp4',
  'video/webm': 'webm',
  'text/vtt; charset=utf-8': 'vtt',
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
}

interface Row extends SlotKey {
  sha256: string
  contentType: string
  bytes: number
  seconds: number | null
  voices: Voices | null
  storageKey: string
  publishedAt: Date | null
  recordedAt: Date
}

/** A row as a file of its item; null when a later version of the site has no such place any more. */
export function asUploaded(row: Row) {
  const { itemId, language, role, sha256, contentType, bytes, seconds, voices, storageKey, publishedAt, recordedAt } = row
  const ending = endings[contentType]
  if (!isLanguage(language) || !(uploadRoles as readonly string[]).includes(role) || !ending) return null
  // `nl.small.1a2b3c4d.mp3`, as the names of the build.
  const part = role.endsWith('-small') ? 'small' : ['audio', 'film'].includes(role) ? '' : role
  const name = [language, part, sha256.slice(0, 8), ending].filter(Boolean).join('.')
  const file = { language, role: role as FileRole, name, contentType, bytes }
  return { ...file, item: itemId, seconds, voices, storageKey, publishedAt: publishedAt ?? recordedAt } satisfies UploadedFile
}
