// What stands in `GroupTally`: the registered sessions of a group in brief, so that a report need not read every session.

/** Flags of a session in a tally: what says how far to trust it. */
export const late = 1
export const corrected = 2

/** Registered later than this many days after it was held. */
export const lateAfterDays = 30

/** A registered session on its way into a tally. */
export interface SessionToTally {
  date: string
  present: number | null
  firstTime: number | null
  women: number | null
  men: number | null
  unknown: number | null
  /** When it was registered first. */
  registeredAt: Date
  corrected: boolean
}

/** How many numbers a session has in a tally. */
export const tallyWidth = 7

const first = Date.UTC(2000, 0, 1)
const dayLength = 24 * 60 * 60 * 1000

/** @param date YYYY-MM-DD @returns days since 2000-01-01 */
export function dayNumber(date: string): number {
  return Math.round((Date.parse(`${date}T00:00:00Z`) - first) / dayLength)
}

/** @param day days since 2000-01-01 @returns YYYY-MM-DD */
export function dateOfDay(day: number): string {
  return new Date(first + day * dayLength).toISOString().slice(0, 10)
}

/** Sessions as they stand in `GroupTally`: each as day,present,firstTime,women,men,unknown,flags with a semicolon behind it. */
export function writeTally(sessions: SessionToTally[]): string {
  return [...sessions]
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
    .map((session) => {
      const { date, present, firstTime, women, men, unknown } = session
      return `${[dayNumber(date), present ?? 0, firstTime ?? 0, women ?? 0, men ?? 0, unknown ?? 0, flagsOf(session)].join(',')};`
    })
    .join('')
}

/** What to know of a session besides its counts. */
function flagsOf(session: Pick<SessionToTally, 'date' | 'registeredAt' | 'corrected'>): number {
  const registered = dayNumber(session.registeredAt.toISOString().slice(0, 10))
  return (registered - dayNumber(session.date) > lateAfterDays ? late : 0) + (session.corrected ? corrected : 0)
}

const comma = 44
const semicolon = 59
const zero = 48

/**
 * Reads a tally without making an object for each session: a million of them are read for one report.
 * @param to gets day, present, firstTime, women, men, unknown and flags of each session, one after the other
 */
export function readTally(tally: string, to: (value: number) => void): void {
  let value = 0
  for (let at = 0; at < tally.length; at += 1) {
    const code = tally.charCodeAt(at)
    if (code === comma || code === semicolon) {
      to(value)
      value = 0
    } else value = value * 10 + code - zero
  }
}
