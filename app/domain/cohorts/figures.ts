/** What is counted of a cohort when it is closed. No names: only numbers. */
export type CohortFigures = {
  /** Who joined, and how many of them left before the end. */
  members: number
  left: number
  /** Certificates issued in this cohort. */
  certificates: number
  /** Meetings that were not withdrawn, and what was noted of who came. */
  meetings: number
  present: number
  excused: number
  absent: number
  /** Lines in the practice log that were not withdrawn, of days within the practice period. */
  visits: number
  peerConsultations: number
  reflections: number
  /** Members with at least one registered session of a group in the practice period, and those sessions. */
  activeTrainers: number
  sessionsHeld: number
}

export const figureNames = [
  'members',
  'left',
  'certificates',
  'meetings',
  'present',
  'excused',
  'absent',
  'visits',
  'peerConsultations',
  'reflections',
  'activeTrainers',
  'sessionsHeld',
] as const satisfies readonly (keyof CohortFigures)[]

/** The figures that a revision holds; null where it holds none. */
export function figuresIn(stored: unknown): CohortFigures | null {
  if (typeof stored !== 'object' || stored === null) return null
  const given = stored as Record<string, unknown>
  return Object.fromEntries(figureNames.map((name) => [name, Number(given[name] ?? 0)])) as CohortFigures
}
