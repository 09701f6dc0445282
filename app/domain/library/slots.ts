import type { FileRole, ItemKind } from '~/content/library/types'
import type { Wanted } from '~/platform/media/inspect.server'

/** What can be uploaded. A drawing is made by the build: SVG can hold a program. */
export const uploadRoles = [
  'audio',
  'audio-small',
  'film',
  'film-small',
  'captions',
  'chapters',
  'still',
  'picture',
  'sheet',
  'poster',
] as const satisfies FileRole[]
export type UploadRole = (typeof uploadRoles)[number]

const spoken: UploadRole[] = ['captions', 'chapters', 'sheet']
const byKind: Readonly<Record<ItemKind, UploadRole[]>> = {
  episode: ['audio', 'audio-small', ...spoken],
  film: ['film', 'film-small', 'still', ...spoken],
  infographic: ['picture', 'sheet', 'poster'],
  cards: ['sheet', 'poster'],
  podcast: ['picture', 'sheet'],
  article: ['sheet'],
  page: ['sheet'],
}

/** What an item of a kind can have, in the order of the page. */
export function rolesOf(kind: ItemKind): readonly UploadRole[] {
  return byKind[kind]
}

/** What a file in a role has to be. */
export const wantedIn: Readonly<Record<UploadRole, Wanted>> = {
  audio: 'audio',
  'audio-small': 'audio',
  film: 'film',
  'film-small': 'film',
  captions: 'captions',
  chapters: 'captions',
  still: 'picture',
  picture: 'picture',
  sheet: 'document',
  poster: 'document',
}

/** Whether an editor has to say whose voices are heard. A small recording has those of the large one. */
export function hasVoices(role: UploadRole): boolean {
  return role === 'audio' || role === 'film'
}
