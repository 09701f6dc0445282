import { findMunicipality } from '~/content/municipalities'
import type { Dimension, Place } from '~/domain/participation/dimensions'
import { getIndicator } from '~/domain/participation/indicators'
import type { Figure } from '~/domain/participation/report'
import type groups from '../../locales/nl/groups.json'
import type coordinate from '../../locales/nl/coordinate.json'
import { formatDecimal, formatMonth, formatNumber, formatShare } from '~/i18n/formats'
import type { Language } from '~/i18n/languages'
import { i18nOf } from '~/i18n/server'
import { isSpoken, spokenLanguageNames } from '~/i18n/spoken-languages'

/** Dimensions whose values are called the same in every language. */
const ownNames: Dimension[] = ['municipality', 'province', 'organisation']

/** A figure as it stands on a page. `kept` is why there is no number. */
export interface Shown {
  text: string
  kept?: 'withheld' | 'none'
}

/** A name between words of another direction, so that neither turns the other around (U+2068, U+2069). */
export function isolated(name: string): string {
  return `\u2068${name}\u2069`
}

/** Figures and places in the words of a language. */
export function reportWords(language: Language, organisationNames: Record<string, string>) {
  const { t } = i18nOf(language)

  /** A value with the signs of its unit. */
  function value(indicator: Figure['indicator'], number: number): string {
    const { unit } = getIndicator(indicator)
    if (unit === 'share') return formatShare(language, number)
    return unit === 'mean' ? formatDecimal(language, number) : formatNumber(language, number)
  }

  function shown(figure: Pick<Figure, 'indicator' | 'value' | 'status'> | undefined): Shown {
    if (figure?.status === 'withheld') return { text: t('status.withheld', { ns: 'indicators' }), kept: 'withheld' }
    if (!figure || figure.value === null) return { text: '–', kept: 'none' }
    return { text: value(figure.indicator, figure.value) }
  }

  /** A month, quarter or year. */
  function period(code: string, length: 'long' | 'short' = 'long'): string {
    if (/^\d{4}$/.test(code)) return code
    const [year = '', number = ''] = code.split('-Q')
    if (!number) return formatMonth(language, code, length)
    const given = { ns: 'report', number, year: length === 'long' ? year : year.slice(2) } as const
    return length === 'long' ? t('quarter', given) : t('quarterShort', given)
  }

  function place(dimension: Dimension, code: string): string {
    switch (dimension) {
      case 'municipality':
        return findMunicipality(code)?.name ?? code
      case 'organisation':
        return organisationNames[code] ?? code
      case 'language':
        return code
          .split('+')
          .map((each) => (isSpoken(each) ? spokenLanguageNames[each] : each))
          .join(' + ')
      case 'programme':
        return t(`programme.${code as keyof typeof groups.programme}`, { ns: 'groups' })
      case 'kind':
        return t(`kind.${code as keyof typeof groups.kind}`, { ns: 'groups' })
      case 'audience':
        return t(`audience.${code as keyof typeof groups.audience}`, { ns: 'groups' })
      case 'background':
        return t(`background.${code as keyof typeof coordinate.background}`, { ns: 'coordinate' })
      case 'province':
        return code
    }
  }

  /** A place within a sentence: names that are not in the language of the page stand by themselves. */
  function named(dimension: Dimension, code: string): string {
    // Of two languages each has its own direction.
    if (dimension === 'language')
      return code
        .split('+')
        .map((each) => isolated(place(dimension, each)))
        .join(' + ')
    return ownNames.includes(dimension) ? isolated(place(dimension, code)) : place(dimension, code)
  }

  /** Where a figure stands, in words: "maart 2024, Amsterdam". */
  function where({ period: when, sex, ...rest }: Place): string {
    return [
      ...(when ? [period(when)] : []),
      ...Object.entries(rest).map(([dimension, code]) => place(dimension as Dimension, code)),
      ...(sex ? [t(`sex.${sex as 'women'}`, { ns: 'indicators' })] : []),
    ].join(', ')
  }

  return { t, value, shown, period, place, named, where }
}
export type ReportWords = ReturnType<typeof reportWords>
