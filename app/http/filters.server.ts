import type { ChosenFilter, FilterView } from '~/components/patterns/filter-view'
import { findableKinds, type Findable } from '~/content/findable'
import { subjects } from '~/content/subjects'
import { audiences, durationOf, durations, type SearchRequest } from '~/domain/library/search/schema'

/** The filters of a list: only what something in it has can be chosen. */
export function filterView(action: string, { q, ...filters }: SearchRequest, listed: readonly Findable[]): FilterView {
  const address = (without?: string) => {
    const search = new URLSearchParams(q ? { q } : {})
    for (const [name, value] of Object.entries(filters)) if (value && without && name !== without) search.set(name, value)
    return search.size > 0 ? `${action}?${search}` : action
  }
  const chosen = (['kind', 'subject', 'duration', 'audience'] as const).flatMap((name) => {
    const value = filters[name]
    return value ? [{ name, value, removeHref: address(name) } as ChosenFilter] : []
  })
  return {
    action,
    q,
    kinds: findableKinds.filter((kind) => listed.some((each) => each.kind === kind)),
    subjects: subjects.filter((subject) => listed.some((each) => each.subjects.includes(subject))),
    durations: durations.filter((duration) => listed.some((each) => durationOf(each.minutes) === duration)),
    audiences: audiences.filter((audience) => listed.some((each) => each.audience.includes(audience))),
    chosen,
    clearHref: address(),
  }
}
