import type { Catalogue } from '~/content/catalogue'
import { getBuiltCatalogue, laidOverVersion, layOver } from '~/content/read'
import { log } from '~/platform/log/log.server'
import { listPresentHeads, readMark } from './repository.server'

let shown: { mark: string; built: Catalogue; version: number } | null = null
let running: Promise<void> = Promise.resolve()

/**
 * Shows the uploaded translations that are there now, in place of the files of the build. Does nothing where nothing was written
 * since the last time, so that it can be called often: another process may have written. Two calls go one after the other, so that
 * an older state never comes behind a newer one.
 */
export function showTranslations(): Promise<void> {
  running = running.catch(() => undefined).then(show)
  return running
}

/** The same where something else goes on whatever happens: a fault is noted, and the next call tries again. */
export async function lookForTranslations(): Promise<void> {
  await showTranslations().catch((error: unknown) => log().error({ err: error }, 'looking for uploaded translations failed'))
}

async function show(): Promise<void> {
  const mark = await readMark()
  const built = getBuiltCatalogue()
  if (shown?.mark === mark && shown.built === built && shown.version === laidOverVersion()) return
  const heads = await listPresentHeads()
  // The compiler is not needed, and not loaded, where nothing was uploaded.
  const none = { texts: [], complete: true }
  const { texts, complete } = heads.length === 0 ? none : await (await import('./compile-uploads.server')).compileUploads(heads)
  if (texts.length > 0 || shown) layOver(texts)
  // With another mark the next call tries again.
  shown = { mark: complete ? mark : '', built, version: laidOverVersion() }
}
