// How is counted, from design §6; runs on the server and, while somebody types, in the browser.

/** Larger than any living room; whoever means it has typed a digit too many. */
export const largestCount = 500

export const ageBands = ['ageUnder25', 'age25to39', 'age40to54', 'age55plus', 'ageUnknown'] as const
export type AgeBand = (typeof ageBands)[number]

/** The people in one session. Women, men and unknown together are all who were present; so are the age bands, where given. */
export interface HeadCount {
  present: number
  firstTime: number
  women: number
  men: number
  unknown: number
  /** All of them, or none. */
  ages: Record<AgeBand, number> | null
}

export type CountFault = {
  field: keyof Omit<HeadCount, 'ages'> | AgeBand
  code: 'sexesDoNotAddUp' | 'agesDoNotAddUp' | 'moreFirstTime' | 'firstMeetingAllNew'
}

/**
 * What does not hold in a head count whose numbers are whole and within bounds by themselves.
 * @param firstOfGroup whether it is the first session of its group: then everybody is there for the first time
 */
export function faultsOf(count: HeadCount, firstOfGroup: boolean): CountFault[] {
  const { present, firstTime, women, men, unknown, ages } = count
  const faults: CountFault[] = []
  if (firstTime > present) faults.push({ field: 'firstTime', code: 'moreFirstTime' })
  else if (firstOfGroup && firstTime !== present) faults.push({ field: 'firstTime', code: 'firstMeetingAllNew' })
  if (women + men + unknown !== present) faults.push({ field: 'women', code: 'sexesDoNotAddUp' })
  if (ages && sumOf(ages) !== present) faults.push({ field: 'ageUnder25', code: 'agesDoNotAddUp' })
  return faults
}

export function sumOf(ages: Record<AgeBand, number>): number {
  return ageBands.reduce((sum, band) => sum + ages[band], 0)
}
