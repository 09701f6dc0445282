// What is kept as revisions: each was the present from its `recordedAt` until its `supersededAt`; the last one has no end.

/**
 * The moment for a new revision: now, or when the clock was set back that of the one before it. A revision never ends before it
 * begins.
 */
export function momentAfter(before: { recordedAt: Date } | null, now = new Date()): Date {
  return before && before.recordedAt > now ? before.recordedAt : now
}

/**
 * What was the present at a moment. A revision bears the moment at which it was written, a little before everybody sees it: for
 * an answer that stays the same, ask for moments older than the longest transaction (a minute, for a spreadsheet).
 */
export function asOf(moment: Date) {
  return { recordedAt: { lte: moment }, OR: [{ supersededAt: null }, { supersededAt: { gt: moment } }] }
}
