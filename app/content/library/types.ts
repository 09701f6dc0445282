import type { Language } from '~/i18n/languages'
import type { Subject } from '../subjects'
import type { Audience, Level, Programme, Text } from '../types'

/** What sort of thing an item of the library is. A podcast is the series, an episode one part of it. */
export const itemKinds = ['infographic', 'podcast', 'episode', 'film', 'article', 'cards', 'page'] as const
export type ItemKind = (typeof itemKinds)[number]

/** One uninterrupted piece of speech. */
export interface Turn {
  /** Key of the voice, the same in every language: `A`, `B`. */
  speaker: string
  text: string
}

export interface Chapter {
  /** From item.yaml, the same in every language. */
  id: string
  title: string
  turns: Turn[]
}

/** What is said in an episode or film, in one language. The n-th turn is the n-th turn of the Dutch. */
export interface Script {
  /** What each voice is called, by its key. */
  speakers: Record<string, string>
  chapters: Chapter[]
  words: number
  contentHash: string
  sourceHash: string
  source: string | null
  state: 'source' | 'draft' | 'reviewed'
  stale: boolean
}

/** When a turn is heard, in seconds from the beginning. */
export interface Span {
  start: number
  end: number
}

/** Whose voices are heard: a computer's, or those of people. */
export const voiceKinds = ['synthetic', 'person'] as const
export type Voices = (typeof voiceKinds)[number]

/** What is heard in one language: a recording in the item's folder, or one that an editor uploaded. */
export interface Recording {
  seconds: number
  /** One for each turn of the script, in order. */
  turns: Span[]
  /** The script has changed since this was recorded. */
  stale: boolean
  /** Null where nobody said. */
  voices: Voices | null
  /** An editor uploaded it: nobody knows when each turn is heard. */
  uploaded?: boolean
}

/**
 * What a file is for. `audio` and `film` have a small sibling for who has little data; `captions` and `chapters` are
 * WebVTT; `sheet` and `poster` are PDFs on A4 and A3; `drawing` is SVG, `picture` PNG, `still` the picture of a film, `cover`
 * the square one of a podcast.
 */
export const fileRoles = [
  'audio',
  'audio-small',
  'film',
  'film-small',
  'captions',
  'chapters',
  'still',
  'drawing',
  'picture',
  'sheet',
  'poster',
  'cover',
] as const
export type FileRole = (typeof fileRoles)[number]

/** A file of an item that is handed out at `/media/<item>/<name>`. */
export interface ItemFile {
  language: Language
  role: FileRole
  /** Of captions and chapters: the language of the recording that they go with; `language` is that of their words. */
  spoken?: Language
  /** `nl.small.1a2b3c4d.mp3`: its content's hash is in it, so it may be kept for ever. */
  name: string
  contentType: string
  bytes: number
}

/** What item.yaml says: the same in every language. */
export interface ItemRules {
  id: string
  kind: ItemKind
  programme: Programme
  audience: Audience[]
  subjects: Subject[]
  /** Time that reading, hearing or watching takes; of what is recorded, the recording knows better. */
  minutes: number
  level: Level
  /** Ids of other items, or `course/<course>[/<lesson>]`. */
  related: string[]
  /** Of a podcast: the ids of its episodes in order. */
  episodes: string[]
  /** Of an episode or film: the ids of its chapters in order. */
  chapters: string[]
  /** Day of first publication, `2026-11-22`: feeds need one that never changes. */
  published: string
}

export interface Item extends ItemRules {
  texts: Partial<Record<Language, Text>>
  scripts: Partial<Record<Language, Script>>
  recordings: Partial<Record<Language, Recording>>
  files: ItemFile[]
}
