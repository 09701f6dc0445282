import type { Language } from '~/i18n/languages'
import { database, type DatabaseTransaction } from '~/platform/db/client.server'
import { momentAfter } from '~/platform/db/revisions.server'

type Db = DatabaseTransaction

/** All of an uploaded translation that is kept as revisions. */
export interface TranslationFacts {
  markdown: string
  state: 'draft' | 'reviewed'
  source: string
  sourceHash: string
  file: string
}

export type TranslationAct = 'uploaded' | 'reviewed' | 'restored' | 'withdrawn'

/** A revision with what it is of. */
export interface TranslationRow extends TranslationFacts {
  text: string
  language: Language
  number: number
}

export function inTransaction<T>(work: (tx: Db) => Promise<T>): Promise<T> {
  return database().$transaction(work)
}

const facts = { text: true, language: true, number: true, markdown: true, state: true, source: true, sourceHash: true, file: true } as const

// The column holds what the site let through.
const rowOf = (row: Omit<TranslationRow, 'language'> & { language: string }) => ({ ...row, language: row.language as Language })

/** The uploaded translations that are there now. */
export async function listPresentRows(): Promise<TranslationRow[]> {
  const rows = await database().translationRevision.findMany({
    where: { supersededAt: null, act: { not: 'withdrawn' } },
    orderBy: [{ text: 'asc' }, { language: 'asc' }],
    select: facts,
  })
  return rows.map(rowOf)
}

/** Something that is another one after every revision, whoever wrote it. */
export async function readMark(): Promise<string> {
  const { _count: count, _max: max } = await database().translationRevision.aggregate({ _count: true, _max: { recordedAt: true } })
  return `${count} ${max.recordedAt?.getTime() ?? ''}`
}

/** The last revision of a translation, withdrawn or not; null when nothing was ever uploaded. */
export async function findLastRow(text: string, language: Language): Promise<(TranslationRow & { act: TranslationAct }) | null> {
  const row = await database().translationRevision.findFirst({
    where: { text, language, supersededAt: null },
    select: { ...facts, act: true },
  })
  return row && { ...rowOf(row), act: row.act }
}

/** One revision of a translation. */
export async function findRow(text: string, language: Language, number: number): Promise<TranslationRow | null> {
  const row = await database().translationRevision.findUnique({
    where: { text_language_number: { text, language, number } },
    select: facts,
  })
  return row && rowOf(row)
}

/** All revisions of a translation, the newest first. */
export function listRevisionRows(text: string, language: Language) {
  return database().translationRevision.findMany({
    where: { text, language },
    orderBy: { number: 'desc' },
    select: { number: true, act: true, recordedAt: true, authorId: true, state: true, sourceHash: true },
  })
}

/**
 * Writes a new revision of a translation.
 * @param base number of the revision that it was made from; 0 for the first one
 * @returns false when somebody wrote one meanwhile; nothing is written then. Throws P2002 when two write the first one at once.
 */
export async function insertRevision(
  tx: Db,
  of: { text: string; language: Language },
  base: number,
  given: TranslationFacts,
  { act, authorId }: { act: TranslationAct; authorId: string },
): Promise<boolean> {
  const { text, language } = of
  let recordedAt = new Date()
  if (base > 0) {
    const before = await tx.translationRevision.findUnique({
      where: { text_language_number: { text, language, number: base } },
      select: { recordedAt: true },
    })
    recordedAt = momentAfter(before)
    // Ending the revision is what only one of two can do.
    const { count } = await tx.translationRevision.updateMany({
      where: { text, language, number: base, supersededAt: null },
      data: { supersededAt: recordedAt },
    })
    if (count === 0) return false
  }
  await tx.translationRevision.create({ data: { text, language, number: base + 1, recordedAt, act, authorId, ...given } })
  return true
}
