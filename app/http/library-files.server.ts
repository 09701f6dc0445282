import type { AppLoadContext } from '@remix-run/node'
import { findUploaded, goesWith, missingWith, type FilePlace } from '~/content/library/uploads'
import type { Item } from '~/content/library/types'
import { getBuiltCatalogue, getCatalogue, getItemText } from '~/content/read'
import { findSlot, limitOf, type Slot } from '~/domain/library/find-slot.server'
import { listDrafts, listVersions } from '~/domain/library/list-media.server'
import { mayManageLibrary } from '~/domain/library/policy'
import { hasVoices, rolesOf, uploadRoles, wantedIn, type UploadRole } from '~/domain/library/slots'
import { listAllUnfinished, listUnfinished } from '~/domain/library/unfinished.server'
import { formatBytes, formatClock, formatDateTime, formatNumber } from '~/i18n/formats'
import { languageNames, languages, type Language } from '~/i18n/languages'
import { notFound, requireAccount, requireLanguage } from './context.server'
import { blockLanguage } from './course-titles.server'
import { uploadsPath } from './uploads.server'

interface RouteArgs {
  request: Request
  params: { lang?: string; item?: string; language?: string; role?: string }
  context: AppLoadContext
}

/** Who may manage the files of the library, in which language. Throws a response for everybody else. */
export function requireLibraryEditor({ request, params, context }: RouteArgs) {
  const language = requireLanguage(params)
  return { language, person: requireAccount(context, { request, language, may: mayManageLibrary }) }
}

/** The place in the address, for who may put a file there. Throws a response otherwise. */
export function requireSlot(args: RouteArgs) {
  const { language, person } = requireLibraryEditor(args)
  const slot = findSlot(args.params.item, args.params.language, args.params.role)
  if (!slot) throw notFound()
  return { language, person, slot }
}

function titleOf(item: Item, language: Language) {
  const { text, language: shown } = getItemText(item, language)
  return { title: text.title, ...blockLanguage(shown) }
}

/** Every item with what is there of it. */
export async function libraryLines(language: Language) {
  const drafts = await listDrafts()
  return getCatalogue().library.map((item) => ({
    id: item.id,
    kind: item.kind,
    ...titleOf(item, language),
    recorded: languages.filter((each) => item.recordings[each]).map((each) => languageNames[each]),
    uploaded: item.files.filter(({ name }) => findUploaded(item.id, name)).length,
    waiting: sumOf(drafts.filter(({ itemId }) => itemId === item.id)),
  }))
}

const sumOf = (rows: { count: number }[]) => rows.reduce((sum, { count }) => sum + count, 0)

/** What is on the site of one item, by role and language. */
export async function itemLines(item: Item, language: Language) {
  const drafts = await listDrafts(item.id)
  const roles = rolesOf(item.kind).map((role) => ({
    role,
    languages: languages.map((each) => ({
      language: each,
      name: languageNames[each],
      now: onSite({ item, language: each, role }, language),
      waiting: sumOf(drafts.filter((draft) => draft.role === role && draft.language === each)),
    })),
  }))
  return { id: item.id, kind: item.kind, ...titleOf(item, language), roles }
}

/** The file that the site shows in a place; null where there is none. */
function onSite({ item, language, role }: Slot, shownIn: Language) {
  const file = item.files.find((each) => each.role === role && each.language === language)
  if (!file) return null
  const uploaded = findUploaded(item.id, file.name)
  return {
    href: `/media/${item.id}/${file.name}`,
    size: formatBytes(shownIn, file.bytes),
    since: uploaded && formatDateTime(shownIn, uploaded.publishedAt),
  }
}

/** All that the page of one place shows. */
export async function slotPage(slot: Slot, language: Language, accountId: string) {
  const { item, role } = slot
  const address = `manage/library/${item.id}/${slot.language}/${role}`
  const versions = await listVersions(slot)
  return {
    item: { id: item.id, ...titleOf(item, language) },
    slot: { language: slot.language, name: languageNames[slot.language], role },
    address,
    now: onSite(slot, language),
    wanted: wantedIn[role],
    accept: acceptedIn[wantedIn[role]],
    size: limitText(role, language),
    limit: limitOf(role),
    hasVoices: hasVoices(role),
    ...goingWith(slot, language),
    resumable: { address: uploadsPath, ...(await resumableOf(slot, accountId)) },
    unfinished: (await listAllUnfinished(accountId)).length,
    versions: versions.map(({ id, recordedAt, author, bytes, seconds, title, voices, standing }) => ({
      ...{ id, author, title, voices, standing },
      at: formatDateTime(language, recordedAt),
      size: formatBytes(language, bytes),
      length: seconds === null ? null : formatClock(seconds),
      href: `/${language}/${address.replace(`/${slot.language}/${role}`, '')}/files/${id}`,
    })),
  }
}

/** The limit as the fault says it too: in MB of 1,048,576 bytes. */
function limitText(role: UploadRole, language: Language): string {
  return `${formatNumber(language, Math.round((limitOf(role) / (1024 * 1024)) * 10) / 10)} MB`
}

/** What goes off the site with the recording that is there when another one comes, and what is missing beside the one that is there. */
function goingWith({ item, language, role }: Slot, shownIn: Language) {
  const built = getBuiltCatalogue().library.find(({ id }) => id === item.id)
  const lines = (places: FilePlace[]) => places.flatMap((place) => placeLine(item, place, shownIn) ?? [])
  return {
    giveWay: lines(built ? goesWith(built, { language, role }) : []),
    missing: lines(built ? missingWith(built, { language, role }) : []),
  }
}

/** A place by its words, and the page where a file comes into it; null for what nobody can upload. */
function placeLine(item: Item, { language, role }: FilePlace, shownIn: Language) {
  const known = uploadRoles.find((each) => each === role)
  if (!known) return null
  return { role: known, language, name: languageNames[language], href: `/${shownIn}/manage/library/${item.id}/${language}/${known}` }
}

/** What somebody began to send and did not finish, with the page where she goes on. */
export async function unfinishedLines(accountId: string, shownIn: Language) {
  return (await listAllUnfinished(accountId)).flatMap(({ id, slot, begunAt, offset, size }) => {
    const place = placeLine(slot.item, slot, shownIn)
    const sent = { size: formatBytes(shownIn, size), date: formatDateTime(shownIn, begunAt), percent: Math.floor((offset / size) * 100) }
    return place ? [{ id, item: titleOf(slot.item, shownIn), place, sent }] : []
  })
}

async function resumableOf(slot: Slot, accountId: string) {
  const unfinished = await listUnfinished(accountId, slot)
  return { unfinished: unfinished.map(({ id, mark }) => `${mark} ${uploadsPath}/${id}`).join('\n') }
}

/** For the browser's window to choose a file in; what was chosen is looked at all the same. */
const acceptedIn = {
  audio: '.mp3,.m4a,.ogg,.oga,.opus,audio/*',
  film: '.mp4,.webm,video/mp4,video/webm',
  captions: '.vtt,text/vtt',
  document: '.pdf,application/pdf',
  picture: '.png,.jpg,.jpeg,image/png,image/jpeg',
} as const
