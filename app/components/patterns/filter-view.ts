import type { FindableKind } from '~/content/findable'
import type { Subject } from '~/content/subjects'
import type { Audience } from '~/content/types'
import type { Duration } from '~/domain/library/search/schema'

/** A filter that was chosen, and where it leads to take it away. */
export type ChosenFilter = { removeHref: string } & (
  | { name: 'kind'; value: FindableKind }
  | { name: 'subject'; value: Subject }
  | { name: 'duration'; value: Duration }
  | { name: 'audience'; value: Audience }
)

/** The filters above a list: what can be chosen and what is. */
export interface FilterView {
  /** The address of the list, without its query. */
  action: string
  /** What was searched for, where the list is one of results. */
  q: string
  kinds: FindableKind[]
  subjects: Subject[]
  durations: Duration[]
  audiences: Audience[]
  chosen: ChosenFilter[]
  /** The list without any filter. */
  clearHref: string
}
