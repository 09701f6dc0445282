import type { FindableKind } from '~/content/findable'
import type { Audience } from '~/content/types'
import type { Segment } from '~/domain/library/search/excerpt'
import type { Direction, Language } from '~/i18n/languages'

interface Words {
  lang: Language
  dir: Direction
}

/** Something that was found, as a list shows it. */
export interface FoundItem {
  href: string
  kind: FindableKind
  minutes: number
  title: Words & { segments: Segment[] }
  /** What it is part of. */
  within: (Words & { title: string }) | null
  excerpt: Words & { segments: Segment[] }
}

/** What to begin with, for one audience. */
export interface Suggestions {
  audience: Audience
  links: (Words & { href: string; title: string; kind: FindableKind })[]
}
