import type { Language } from '~/i18n/languages'
import { sourceLanguage } from '~/i18n/languages'
import type { Catalogue } from '../catalogue'
import type { FileRole, Item, ItemFile, Voices } from './types'

/** A file that was uploaded for an item and is on the site. */
export interface UploadedFile extends ItemFile {
  item: string
  seconds: number | null
  /** Whose voices are heard, where the editor said so. */
  voices: Voices | null
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
      .map(({ item, name, voices, publishedAt }) => `${item}/${name} ${voices} ${publishedAt.toISOString()}`)
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

/** What goes with a recording by its times: the roles of its small sibling, its captions and its chapters; none for another file. */
export function rolesWith(role: FileRole): FileRole[] {
  const sibling = smaller[role]
  return sibling ? [sibling, ...timed] : []
}

/** The language of the recording that captions in a language go with: their own where something is heard in it, else the Dutch one. */
function spokenWith(language: Language, heard: readonly Language[]): Language | undefined {
  return heard.includes(language) ? language : heard.includes(sourceLanguage) ? sourceLanguage : heard[0]
}

/** Whether a newer recording was published over what goes with the one before: its small sibling, its captions, its chapters. */
function isOutrun({ language, role, publishedAt }: UploadedFile, all: readonly UploadedFile[], heard: readonly Language[]): boolean {
  const spoken = timed.includes(role) ? spokenWith(language, heard) : language
  return all.some(
    (recording) => recording.language === spoken && recording.publishedAt > publishedAt && rolesWith(recording.role).includes(role),
  )
}

/**
 * An item with uploaded files in place of its own, by language and role. Where a recording gives way to another one, what goes
 * with it by time goes too: its smaller sibling, its captions and chapters, and the times of its turns.
 */
export function itemWith(item: Item, all: readonly UploadedFile[]): Item {
  const recordings = { ...item.recordings }
  const spokenAnew = new Set<Language>()
  for (const { language, role, seconds, voices } of all) {
    if (!smaller[role]) continue
    spokenAnew.add(language)
    recordings[language] = { seconds: seconds ?? 0, turns: [], stale: false, voices, uploaded: true }
  }
  const heard = Object.keys(recordings) as Language[]
  const uploads = all.filter((each) => !isOutrun(each, all, heard))
  const gone = new Set(
    uploads.flatMap(({ language, role }) => [role, ...(smaller[role] ? [smaller[role]] : [])].map((each) => `${language} ${each}`)),
  )
  const own = item.files.filter(
    ({ language, role, spoken }) => !gone.has(`${language} ${role}`) && !(spoken && spokenAnew.has(spoken) && timed.includes(role)),
  )
  const added = uploads.map(({ language, role, name, contentType, bytes }): ItemFile => {
    const spoken = timed.includes(role) ? spokenWith(language, heard) : undefined
    return { language, role, name, contentType, bytes, ...(spoken ? { spoken } : {}) }
  })
  return { ...item, files: [...own, ...added], recordings }
}

/** A place for a file of an item, in words. */
export interface FilePlace {
  language: Language
  role: FileRole
}

/**
 * What goes off the site when a recording comes on it: the files that go by the times of the one before.
 * @param item as it was built
 */
export function goesWith(item: Item, { language, role }: FilePlace): ItemFile[] {
  if (rolesWith(role).length === 0) return []
  const uploads = laidOver.filter((file) => file.item === item.id && !(file.language === language && file.role === role))
  const coming: UploadedFile = {
    ...{ item: item.id, language, role, name: '', contentType: '', bytes: 0, seconds: 0 },
    ...{
      voices: null,
      storageKey: '',
      publishedAt: new Date(Math.max(Date.now(), ...uploads.map(({ publishedAt }) => Number(publishedAt) + 1))),
    },
  }
  const then = itemWith(item, [...uploads, coming]).files
  const now = itemWith(
    item,
    laidOver.filter((file) => file.item === item.id),
  ).files
  return now.filter((file) => rolesWith(role).includes(file.role) && !then.some(({ name }) => name === file.name))
}

/**
 * What is missing beside an uploaded recording that is on the site: what the item had with the recording of the build, and what every
 * recording may have. Nothing where the recording is that of the build.
 * @param item as it was built
 */
export function missingWith(item: Item, { language, role }: FilePlace): FilePlace[] {
  const uploads = laidOver.filter((file) => file.item === item.id)
  if (!uploads.some((file) => file.language === language && file.role === role)) return []
  const { files } = itemWith(item, uploads)
  const built = item.files.filter(({ role: of, spoken }) => timed.includes(of) && spoken === language)
  const usual = rolesWith(role).map((each) => ({ language, role: each }))
  return [...usual, ...built.filter((file) => file.language !== language)]
    .map((place) => ({ language: place.language, role: place.role }))
    .filter((place) => !files.some((file) => file.role === place.role && file.language === place.language))
}
