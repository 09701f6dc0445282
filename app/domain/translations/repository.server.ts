import type { Language } from '~/i18n/languages'
import { database, type DatabaseTransaction, type Prisma } from '~/platform/db/client.server'
import { momentAfter } from '~/platform/db/revisions.server'

export type Db = DatabaseTransaction

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
  // A course is a hundred texts, and each of them takes a few queries.
  return database().$transaction(work, { timeout: 60_000, maxWait: 20_000 })
}

const facts = { text: true, language: true, number: true, markdown: true, state: true, source: true, sourceHash: true, file: true } as const

const isPresent = { supersededAt: null, act: { not: 'withdrawn' } } as const
const orderBy: Prisma.TranslationRevisionOrderByWithRelationInput[] = [{ text: 'asc' }, { language: 'asc' }]

// The column holds what the site let through.
const rowOf = <Row extends { language: string }>(row: Row) => ({ ...row, language: row.language as Language })

/** What tells without its text whether an uploaded translation is shown, and whether it is the one of before. */
export interface TranslationHead extends Pick<TranslationRow, 'text' | 'language' | 'number' | 'sourceHash' | 'file'> {
  /** Of the revision. What a revision says never changes. */
  id: string
}

/** The uploaded translations that are there now, those of one text behind each other. Without their texts: together they are large. */
export async function listPresentHeads(): Promise<TranslationHead[]> {
  const rows = await database().translationRevision.findMany({
    where: isPresent,
    orderBy,
    select: { id: true, text: true, language: true, number: true, sourceHash: true, file: true },
  })
  return rows.map(rowOf)
}

/** What a revision says. Throws when there is none with this id. */
export async function getMarkdown(id: string): Promise<string> {
  const { markdown } = await database().translationRevision.findUniqueOrThrow({ where: { id }, select: { markdown: true } })
  return markdown
}

/** The uploaded translations that are there now. */
export async function listPresentRows(): Promise<TranslationRow[]> {
  const rows = await database().translationRevision.findMany({
    where: isPresent,
    orderBy,
    select: facts,
  })
  return rows.map(rowOf)
}

/** Something that is another one after every revision, whoever wrote it. */
export async function readMark(): Promise<string> {
  const { _count: count, _max: max } = await database().translationRevision.aggregate({ _count: true, _max: { recordedAt: true } })
  return `${count} ${max.recordedAt?.getTime() ?? ''}`
}

/** The last revision of a translation, withdrawn or not. */
export type LastRow = TranslationRow & { act: TranslationAct }

/** The last revision of a translation; null when nothing was ever uploaded. */
export async function findLastRow(text: string, language: Language, db: Db = database()): Promise<LastRow | null> {
  const row = await db.translationRevision.findFirst({
    where: { text, language, supersededAt: null },
    select: { ...facts, act: true },
  })
  return row && rowOf(row)
}

/** The last revisions of these texts in one language, those of them that have any. */
export async function listLastRows(texts: readonly string[], language: Language): Promise<LastRow[]> {
  const rows = await database().translationRevision.findMany({
    where: { text: { in: [...texts] }, language, supersededAt: null },
    select: { ...facts, act: true },
  })
  return rows.map(rowOf)
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
