import { contentVersion, layOver } from '~/content/read'
import { listPresentRows, readMark } from './repository.server'

let shown: { mark: string; version: number } | null = null
let running: Promise<void> = Promise.resolve()

/**
 * Shows the uploaded translations that are there now, in place of the files of the build. Does nothing where nothing was written
 * since the last time, so that it can be called often: another process may have written. Two calls go one after the other.
 */
export function showTranslations(): Promise<void> {
  running = running.catch(() => undefined).then(show)
  return running
}

async function show(): Promise<void> {
  const mark = await readMark()
  if (shown?.mark === mark && shown.version === contentVersion()) return
  const rows = await listPresentRows()
  // The compiler is not needed, and not loaded, where nothing was uploaded.
  const texts = rows.length === 0 ? [] : (await import('./compile-uploads.server')).compileUploads(rows)
  if (texts.length > 0 || shown) layOver(texts)
  shown = { mark, version: contentVersion() }
}
