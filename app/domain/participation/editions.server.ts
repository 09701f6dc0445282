import { today } from '~/i18n/formats'
import { countNewSessions, findFirstMoment } from './facts/facts-repository.server'
import { lastOfMonth, monthOf } from './periods'
import { endOfDay } from './request'

// Public figures come in editions, each of the end of a month. Whoever holds two of them beside each other sees what many groups
// did, and never one session or one group.

/** So many sessions have to be new, in so many groups, before there is another edition. */
const fewestNew = { sessions: 5, groups: 3 } as const

// Whoever registers may take a minute until her transaction ends: a month that ended just now is left alone until then.
const settled = 2 * 60_000

interface Editions {
  /** Ends of months at which an edition appeared, the last one last. */
  moments: Date[]
  /** The first month that was not looked at. */
  next: number
}

let known: Editions | null = null
let turn: Promise<unknown> = Promise.resolve()

/**
 * The edition that stood at a moment.
 * @param moment the same one gives the same edition for ever
 * @returns when it appeared, which is also the moment of which it tells; null where there was none yet
 */
export function findEdition(moment: Date): Promise<Date | null> {
  const mine = turn.then(() => lookOn(moment))
  turn = mine.catch(() => {})
  return mine
}

async function lookOn(moment: Date): Promise<Date | null> {
  const upTo = new Date(Math.min(moment.getTime(), Date.now() - settled))
  if (!known) {
    const first = await findFirstMoment()
    if (!first) return null
    known = { moments: [], next: monthOf(today(first)) }
  }
  for (let end = endOfMonth(known.next); end <= upTo; end = endOfMonth(known.next)) {
    const { sessions, groups } = await countNewSessions(known.moments.at(-1) ?? null, end)
    if (sessions >= fewestNew.sessions && groups >= fewestNew.groups) known.moments.push(end)
    known.next += 1
  }
  return known.moments.findLast((edition) => edition <= moment) ?? null
}

function endOfMonth(month: number): Date {
  return endOfDay(lastOfMonth(month))
}
