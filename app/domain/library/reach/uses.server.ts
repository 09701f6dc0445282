import { findItem, getCatalogue } from '~/content/read'
import { today } from '~/i18n/formats'
import { addUp, noUses, type KindCounts } from './add-up'
import { writeReach } from './count-uses.server'
import * as repository from './repository.server'

/** Months for which there may be sums, the first one first: YYYY-MM. */
export async function listMonths(now = new Date()): Promise<string[]> {
  await writeReach()
  const last = today(now).slice(0, 7)
  const months = [(await repository.findFirstDay())?.slice(0, 7) ?? last]
  while (months.at(-1)! < last) months.push(monthAfter(months.at(-1)!))
  return months
}

function monthAfter(month: string): string {
  const [year, number] = month.split('-').map(Number) as [number, number]
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`
}

/**
 * How often each item was used in a month, in the order of the library; items that are no longer in it come last.
 * @param month YYYY-MM
 */
export async function listUses(month: string): Promise<{ itemId: string; counts: KindCounts }[]> {
  await writeReach()
  const rows = addUp(await repository.sumByItem(`${month}-01`, `${month}-31`), ({ itemId }) => itemId)
  const found = new Map(rows.map(({ key, counts }) => [key, counts]))
  const ids = new Set([...getCatalogue().library.map(({ id }) => id), ...found.keys()])
  return [...ids].map((itemId) => ({ itemId, counts: found.get(itemId) ?? noUses() }))
}

/** How often one item was used. */
export interface ItemUses {
  /** The newest first. */
  months: { month: string; counts: KindCounts }[]
  languages: { language: string; counts: KindCounts }[]
  /** Views of which the visitor said where she works, the most first; of the others nothing is known. */
  said: { municipalities: { code: string; count: number }[]; professions: { profession: string; count: number }[]; views: number }
}

/** @returns null when there is no such item, and never was */
export async function findUses(itemId: string): Promise<ItemUses | null> {
  await writeReach()
  const months = addUp(await repository.sumByDay(itemId), ({ day }) => day.slice(0, 7))
  if (months.length === 0 && !findItem(itemId)) return null
  const languages = addUp(await repository.sumByLanguage(itemId), ({ language }) => language)
  const visitors = await repository.sumByVisitor(itemId)
  const said = visitors.filter(({ municipality, profession, count }) => count > 0 && (municipality !== '' || profession !== ''))
  return {
    months: months.map(({ key, counts }) => ({ month: key, counts })).reverse(),
    languages: languages.map(({ key, counts }) => ({ language: key, counts })),
    said: {
      municipalities: most(said, ({ municipality }) => municipality).map(([code, count]) => ({ code, count })),
      professions: most(said, ({ profession }) => profession).map(([profession, count]) => ({ profession, count })),
      views: said.reduce((sum, { count }) => sum + count, 0),
    },
  }
}

function most<T extends { count: number }>(sums: T[], valueOf: (sum: T) => string): [string, number][] {
  const counts = new Map<string, number>()
  for (const sum of sums) if (valueOf(sum) !== '') counts.set(valueOf(sum), (counts.get(valueOf(sum)) ?? 0) + sum.count)
  return [...counts].sort(([a, more], [b, fewer]) => fewer - more || (a < b ? -1 : 1))
}
