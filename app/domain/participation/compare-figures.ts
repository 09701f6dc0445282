import type { Place } from './dimensions'
import { indicatorCodes } from './indicators'
import type { Figure } from './report'

const rank = new Map(indicatorCodes.map((code, index) => [code as string, index]))
const keys = [
  'period',
  'programme',
  'kind',
  'organisation',
  'province',
  'municipality',
  'language',
  'audience',
  'background',
  'sex',
] as const

/**
 * Figures in the order of a report: as the list of indicators has them, then the total, then by place. The same on every machine.
 * @returns a new list
 */
export function inOrder(figures: readonly Figure[]): Figure[] {
  return figures
    .map((figure) => ({ figure, key: keyOf(figure) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ figure }) => figure)
}

/** A text by which figures are sorted: nothing sorts before what is between two parts. */
function keyOf({ indicator, at }: Figure): string {
  return [String(rank.get(indicator)!).padStart(3, '0'), depth(at), ...keys.map((key) => at[key] ?? '')].join('\0')
}

// Who was there and who was trained belongs to the figure that it splits.
function depth(at: Place): number {
  return Object.keys(at).filter((key) => key !== 'sex' && key !== 'background').length
}
