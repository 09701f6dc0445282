import { database } from '~/platform/db/client.server'
import type { ReachSum } from './sums'

/** Adds sums to those that are there: all of them, or none. Several processes may do so at once. */
export async function addSums(sums: readonly ReachSum[]): Promise<void> {
  await database().$transaction(
    sums.map(({ count, ...place }) =>
      database().libraryReach.upsert({
        where: { day_itemId_kind_language_municipality_profession: place },
        create: { ...place, count },
        update: { count: { increment: count } },
      }),
    ),
  )
}

/** Sums of a period by item and kind. @param from first day @param to last day */
export async function sumByItem(from: string, to: string) {
  const rows = await database().libraryReach.groupBy({
    by: ['itemId', 'kind'],
    where: { day: { gte: from, lte: to } },
    _sum: { count: true },
  })
  return rows.map(({ itemId, kind, _sum }) => ({ itemId, kind, count: _sum.count ?? 0 }))
}

/** Sums of one item by day and kind. */
export async function sumByDay(itemId: string) {
  const rows = await database().libraryReach.groupBy({ by: ['day', 'kind'], where: { itemId }, _sum: { count: true } })
  return rows.map(({ day, kind, _sum }) => ({ day, kind, count: _sum.count ?? 0 }))
}

/** Sums of one item by language and kind. */
export async function sumByLanguage(itemId: string) {
  const rows = await database().libraryReach.groupBy({ by: ['language', 'kind'], where: { itemId }, _sum: { count: true } })
  return rows.map(({ language, kind, _sum }) => ({ language, kind, count: _sum.count ?? 0 }))
}

/** Views of one item by what the visitors said. */
export async function sumByVisitor(itemId: string) {
  const rows = await database().libraryReach.groupBy({
    by: ['municipality', 'profession'],
    where: { itemId, kind: 'view' },
    _sum: { count: true },
  })
  return rows.map(({ municipality, profession, _sum }) => ({ municipality, profession, count: _sum.count ?? 0 }))
}

/** The first day with anything on it; null when there is none. */
export async function findFirstDay(): Promise<string | null> {
  const { _min } = await database().libraryReach.aggregate({ _min: { day: true } })
  return _min.day
}

export interface ReachRow extends Omit<ReachSum, 'language'> {
  language: string
}

const daysAtOnce = 31

/** Every sum that is not nought, some days at a time, by day and then by the rest. */
export async function* listSums(): AsyncGenerator<ReachRow[]> {
  const days = (await database().libraryReach.groupBy({ by: ['day'], orderBy: { day: 'asc' } })).map(({ day }) => day)
  for (let first = 0; first < days.length; first += daysAtOnce) {
    const some = days.slice(first, first + daysAtOnce)
    const rows: ReachRow[] = await database().libraryReach.findMany({ where: { day: { gte: some[0]!, lte: some.at(-1)! } } })
    // Sorted here: the two databases have another order for ways of use.
    yield rows.filter(({ count }) => count !== 0).sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1))
  }
}

function orderOf({ day, itemId, kind, language, municipality, profession }: ReachRow): string {
  return [day, itemId, kind, language, municipality, profession].join(' ')
}
