import { userNamesOf } from '~/domain/accounts/audit-repository.server'
import { keyOfSlot } from './add-media.server'
import { listShown } from './published-files.server'
import type { Slot } from './find-slot.server'
import { countDrafts, findMediaRow, listMediaRows } from './media-repository.server'

/**
 * How a version stands: waiting, on the site, on the site before, or taken back (before or after it was there). `outrun` was never
 * replaced, but a newer recording was published that it does not go with.
 */
export type Standing = 'draft' | 'current' | 'outrun' | 'superseded' | 'withdrawn' | 'discarded'

/** All versions of a file, the newest first, each with who uploaded it; null for an account that is gone. */
export async function listVersions(slot: Slot) {
  const rows = await listMediaRows(keyOfSlot(slot))
  const names = await userNamesOf([...new Set(rows.flatMap(({ accountId }) => (accountId ? [accountId] : [])))])
  const shown = rows.some(({ currentFor }) => currentFor !== null) ? await listShown(slot.item.id) : new Set<string>()
  return rows.map((row) => ({
    ...row,
    standing: standingOf(row, shown),
    author: row.accountId ? (names.get(row.accountId) ?? null) : null,
  }))
}

function standingOf(row: Awaited<ReturnType<typeof listMediaRows>>[number], shown: ReadonlySet<string>): Standing {
  if (row.state === 'draft') return 'draft'
  if (row.state === 'withdrawn') return row.publishedAt ? 'withdrawn' : 'discarded'
  if (!row.currentFor) return 'superseded'
  return shown.has(row.id) ? 'current' : 'outrun'
}

/** How many files wait to be published, by place: of one item, or of all. */
export function listDrafts(itemId?: string) {
  return countDrafts(itemId)
}

/** The version with this id in a place, or null. */
export function findVersion(slot: Slot, id: string) {
  return findMediaRow(keyOfSlot(slot), id)
}
