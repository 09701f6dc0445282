import type { Cell, Period, Publication } from '~/domain/participation/disclosure/publication'

/** The place of a month in its quarters and years, counted from those of the first month. */
function periodsOf({ firstMonth }: Publication, month: number): { quarter: number; year: number } {
  const [year, first] = firstMonth.split('-').map(Number) as [number, number]
  const calendar = year * 12 + first - 1
  const since = (length: number) => Math.floor((calendar + month) / length) - Math.floor(calendar / length)
  return { quarter: since(3), year: since(12) }
}

export function monthsOf(publication: Publication, period: Period): number[] {
  return [...Array(publication.months).keys()].filter((month) => {
    if (period === 'all') return true
    if ('month' in period) return period.month === month
    const { quarter, year } = periodsOf(publication, month)
    return 'quarter' in period ? period.quarter === quarter : period.year === year
  })
}

/** Everything that can be asked. */
export function cellsOf(publication: Publication): Cell[] {
  const { months, programmes, splits, views, atoms } = publication
  const last = periodsOf(publication, months - 1)
  const periods: Period[] = [
    ...[...Array(months).keys()].map((month) => ({ month })),
    ...[...Array(last.quarter + 1).keys()].map((quarter) => ({ quarter })),
    ...[...Array(last.year + 1).keys()].map((year) => ({ year })),
    'all',
  ]
  const parts = atoms.some(({ part }) => part !== undefined)
  return views.flatMap(({ parents }, view) =>
    parents.flatMap((_, row) =>
      periods.flatMap((period) =>
        [...Array(programmes).keys(), 'all' as const].flatMap((programme) => [
          ...[...Array(splits).keys(), 'all' as const].map((split): Cell => ({ view, row, period, programme, split })),
          ...(parts ? [{ view, row, period, programme, split: 'all', measure: 'part' } satisfies Cell] : []),
        ]),
      ),
    ),
  )
}
