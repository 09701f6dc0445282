import { findMunicipality } from '~/content/municipalities'
import { noUses, type KindCounts } from '~/domain/library/reach/add-up'
import { reachKinds, type ReachKind } from '~/domain/library/reach/schema'
import type { ItemUses } from '~/domain/library/reach/uses.server'
import { formatMonth, formatNumber } from '~/i18n/formats'
import { directionOf, isLanguage, languageNames, type Language } from '~/i18n/languages'

/** Counts as a language writes them. */
export type ShownCounts = Record<ReachKind, string>

export function shownCounts(counts: KindCounts, language: Language): ShownCounts {
  return Object.fromEntries(reachKinds.map((kind) => [kind, formatNumber(language, counts[kind])])) as ShownCounts
}

/** The sum of several rows. */
export function sumOf(rows: readonly { counts: KindCounts }[]): KindCounts {
  const sum = noUses()
  for (const { counts } of rows) for (const kind of reachKinds) sum[kind] += counts[kind]
  return sum
}

/** The uses of one item in words and numbers of a language. */
export function shownUses({ months, languages, said }: ItemUses, language: Language) {
  return {
    total: shownCounts(sumOf(months), language),
    months: months.map(({ month, counts }) => ({ month, name: formatMonth(language, month), counts: shownCounts(counts, language) })),
    languages: languages.map(({ language: code, counts }) => ({
      code,
      name: isLanguage(code) ? languageNames[code] : code,
      dir: isLanguage(code) ? directionOf(code) : ('ltr' as const),
      counts: shownCounts(counts, language),
    })),
    said: {
      views: said.views,
      municipalities: said.municipalities.map(({ code, count }) => ({
        code,
        name: findMunicipality(code)?.name ?? code,
        count: formatNumber(language, count),
      })),
      professions: said.professions.map(({ profession, count }) => ({ profession, count: formatNumber(language, count) })),
    },
  }
}
