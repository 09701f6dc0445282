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

/** The order of figures in a report: as the list of indicators has them, then the total, then by place. The same on every machine. */
export function compareFigures(a: Figure, b: Figure): number {
  return rank.get(a.indicator)! - rank.get(b.indicator)! || depth(a.at) - depth(b.at) || comparePlaces(a.at, b.at)
}

// Who was there and who was trained belongs to the figure that it splits.
function depth(at: Place): number {
  return Object.keys(at).filter((key) => key !== 'sex' && key !== 'background').length
}

function comparePlaces(a: Place, b: Place): number {
  for (const key of keys) {
    const [one, other] = [a[key] ?? '', b[key] ?? '']
    if (one !== other) return one < other ? -1 : 1
  }
  return 0
}
