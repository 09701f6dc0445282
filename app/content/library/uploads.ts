import type { Language } from '~/i18n/languages'
import { sourceLanguage } from '~/i18n/languages'
import type { Catalogue } from '../catalogue'
import type { FileRole, Item, ItemFile } from './types'

/** A file that was uploaded for an item and is on the site. */
export interface UploadedFile extends ItemFile {
  item: string
  seconds: number | null
  /** Where it is in the storage. */
  storageKey: string
  publishedAt: Date
}

let laidOver: readonly UploadedFile[] = []
let version = 0

/** Another number whenever other files are shown. */
export function uploadsVersion(): number {
  return version
}

/** Shows these files in place of those of the build, from now on; the ones that were shown so before are not any more. */
export function layOverFiles(files: readonly UploadedFile[]): void {
  if (sameFiles(files, laidOver)) return
  laidOver = files
  kept = null
  version += 1
}

function sameFiles(a: readonly UploadedFile[], b: readonly UploadedFile[]): boolean {
  const list = (files: readonly UploadedFile[]) =>
    files
      .map(({ item, name, publishedAt }) => `${item}/${name} ${publishedAt.toISOString()}`)
      .sort()
      .join('\n')
  return list(a) === list(b)
}

/** The uploaded file of an item with this name, if it is on the site. */
export function findUploaded(item: string, name: string): UploadedFile | null {
  return laidOver.find((file) => file.item === item && file.name === name) ?? null
}

let kept: { of: Catalogue; with: Catalogue } | null = null

/** The catalogue with the uploaded files in it; what is not changed is the same object as before. */
export function withUploads(catalogue: Catalogue): Catalogue {
  if (laidOver.length === 0) return catalogue
  if (kept?.of === catalogue) return kept.with
  const library = catalogue.library.map((item) => {
    const own = laidOver.filter((file) => file.item === item.id)
    return own.length === 0 ? item : itemWith(item, own)
  })
  kept = { of: catalogue, with: { ...catalogue, library } }
  return kept.with
}

const timed: FileRole[] = ['captions', 'chapters']
const smaller: Partial<Record<FileRole, FileRole>> = { audio: 'audio-small', film: 'film-small' }

/** Whether a newer recording was published over what goes with the one before: its small sibling, its captions, its chapters. */
function isOutrun({ language, role, publishedAt }: UploadedFile, all: readonly UploadedFile[]): boolean {
  return all.some(
    (recording) =>
      smaller[recording.role] !== undefined &&
      recording.language === language &&
      recording.publishedAt > publishedAt &&
      (timed.includes(role) || smaller[recording.role] === role),
  )
}

/**
 * An item with uploaded files in place of its own, by language and role. Where a recording gives way to another one, what goes
 * with it by time goes too: its smaller sibling, its captions and chapters, and the times of its turns.
 */
export function itemWith(item: Item, all: readonly UploadedFile[]): Item {
  const uploads = all.filter((each) => !isOutrun(each, all))
  const recordings = { ...item.recordings }
  const gone = new Set(uploads.map(({ language, role }) => `${language} ${role}`))
  const spokenAnew = new Set<Language>()
  for (const { language, role, seconds } of uploads) {
    const sibling = smaller[role]
    if (!sibling) continue
    gone.add(`${language} ${sibling}`)
    spokenAnew.add(language)
    recordings[language] = { seconds: seconds ?? 0, turns: [], stale: false, uploaded: true }
  }
  const own = item.files.filter(
    ({ language, role, spoken }) => !gone.has(`${language} ${role}`) && !(spoken && spokenAnew.has(spoken) && timed.includes(role)),
  )
  const heard = Object.keys(recordings) as Language[]
  const added = uploads.map(({ language, role, name, contentType, bytes }): ItemFile => {
    const spoken = heard.includes(language) ? language : heard.includes(sourceLanguage) ? sourceLanguage : heard[0]
    return { language, role, name, contentType, bytes, ...(timed.includes(role) && spoken ? { spoken } : {}) }
  })
  return { ...item, files: [...own, ...added], recordings }
}
