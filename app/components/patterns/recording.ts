import type { Language } from '~/i18n/languages'

/** A file that a page leads to. */
export interface OfferedFile {
  href: string
  /** `1,2 MB` */
  size: string
}

export interface PlayerTrack {
  href: string
  kind: 'captions' | 'chapters'
  language: Language
  /** What the language calls itself. */
  label: string
  /** It is shown from the beginning: what is heard is in another language. */
  shown: boolean
}

/** A recording to play. */
export interface PlayerData {
  kind: 'audio' | 'film'
  spoken: Language
  /** What it was recorded from has changed since. */
  stale: boolean
  /** A computer speaks, or people do; null where nobody said. */
  voices: 'synthetic' | 'person' | null
  file: OfferedFile
  /** For who has little data. */
  small: OfferedFile | null
  /** The picture of a film before it plays. */
  still: string | null
  tracks: PlayerTrack[]
}
