import { getCatalogue } from '~/content/read'
import type { Item } from '~/content/library/types'
import { addSums } from '~/domain/library/reach/repository.server'
import type { Profession, ReachKind } from '~/domain/library/reach/schema'
import type { ReachSum } from '~/domain/library/reach/sums'
import { packageId } from '~/domain/library/reach/use-of'
import { languages, type Language } from '~/i18n/languages'

// How often the library of the demo was used: round numbers that grow from month to month, the same each time. Nobody used it.

const months = ['2026-06', '2026-07', '2026-08', '2026-09', '2026-10', '2026-11']

/** Where visitors said that they work. */
const visitors: [municipality: string, profession: Profession][] = [
  ['GM0344', 'social-work'],
  ['GM0363', 'youth'],
  ['GM0518', 'school'],
  ['GM0599', 'municipality'],
  ['', 'parent'],
]

/** Loads how often the library was used, as sums of two days in each month. */
export async function loadReach(): Promise<void> {
  const sums = months.flatMap((month, index) => [
    ...getCatalogue().library.flatMap((item, place) => usesOf(item, `${month}-03`, { month: index, place })),
    ...visits(`${month}-17`, index),
    sum(`${month}-17`, packageId, 'download', 'nl', 2 + index),
  ])
  await addSums(sums)
}

function usesOf(item: Item, day: string, at: { month: number; place: number }): ReachSum[] {
  const views = 40 + 10 * at.month + 10 * (at.place % 4)
  // Dutch is read most; in each month another language beside it.
  const other: Language = languages[1 + ((at.month + at.place) % (languages.length - 1))]!
  const isHeard = Object.keys(item.recordings).length > 0
  return [
    sum(day, item.id, 'view', 'nl', views),
    sum(day, item.id, 'view', other, views / 2),
    ...(isHeard ? [sum(day, item.id, 'play', 'nl', views / 2), sum(day, item.id, 'complete', 'nl', views / 5)] : []),
    ...(item.kind === 'episode' ? [sum(day, item.id, 'feed', 'nl', 10)] : []),
    ...(item.files.some(({ role }) => role === 'sheet' || role === 'poster') ? [sum(day, item.id, 'download', 'nl', views / 5)] : []),
  ]
}

/** Views of visitors who said where they work: each month of another item. */
function visits(day: string, month: number): ReachSum[] {
  const { library } = getCatalogue()
  const item = library[month % library.length]!.id
  return visitors.map(([municipality, profession], index) => ({
    ...sum(day, item, 'view', 'nl', 10 + 5 * index),
    municipality,
    profession,
  }))
}

function sum(day: string, itemId: string, kind: ReachKind, language: Language, count: number): ReachSum {
  return { day, itemId, kind, language, municipality: '', profession: '', count: Math.round(count) }
}
