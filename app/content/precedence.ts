import type { Version } from './unit-state'

/** A translation that was uploaded, and what stood in the file when it was laid over that. */
export interface Upload {
  sourceHash: string
  /** What `markOf` said of the file; empty when there was none. */
  file: string
}

/** What a file is told apart by: what it says, the Dutch text that it was made from, and whether somebody read it. */
export function markOf(file: Version | null): string {
  return file ? `${file.contentHash} ${file.source ?? '-'} ${file.state}` : ''
}

/**
 * Whether an uploaded translation is shown in place of the file. What fits the present Dutch text goes before what does not. Where
 * both do, or neither does, the upload is shown for as long as the file is the one that it was laid over: a file that changed
 * since is newer (or is the upload itself, when it was brought into content/).
 */
export function uploadIsShown(upload: Upload, file: Version | null, dutchHash: string): boolean {
  if (!file) return true
  const fits = upload.sourceHash === dutchHash
  const fileFits = file.source === dutchHash
  return fits === fileFits ? upload.file === markOf(file) : fits
}
