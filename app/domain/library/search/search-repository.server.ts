import type { Language } from '~/i18n/languages'
import { database, fullText, preparedReads, type DatabaseTransaction } from '~/platform/db/client.server'
import type { WordGroups } from '~/platform/db/full-text.server'
import { Vocabulary, type FoldedEntry, type Indexed } from './entries'

/** A word of the texts of a language. */
export interface KnownWord {
  word: string
  shown: string
  count: number
}

/** A text that matches; a higher score is a better match. */
export interface Match {
  place: string
  score: number
}

/** A folded word that the score goes by. */
export interface Needle {
  word: string
  /** Pattern for LIKE of where it may stand besides at the beginning of a word. */
  part: string
  /** How much it counts; a rare word says more. */
  weight: 1 | 2 | 3
}

/** How the index was brought up to date. */
export interface Refreshed {
  /** Texts that came in, and that went out. */
  added: number
  removed: number
}

const stateId = 'index'
const atOnce = 500

/** Which content the index was made from; null while there is none. */
export async function findFingerprint(): Promise<string | null> {
  return (await database().searchState.findUnique({ where: { id: stateId } }))?.fingerprint ?? null
}

/**
 * Brings the index up to date in one transaction: readers see the old one or the new one. Of several servers that begin at the same
 * moment one does the work; the others wait and find it done.
 */
export async function writeIndex(fingerprint: string, indexed: readonly Indexed[]): Promise<Refreshed> {
  return database().$transaction(
    async (tx) => {
      // A write that changes nothing: from here on this transaction is the only one, in both databases.
      await tx.$executeRaw`INSERT INTO "SearchState" ("id", "fingerprint") VALUES (${stateId}, '') ON CONFLICT ("id") DO UPDATE SET "id" = excluded."id"`
      const state = await tx.searchState.findUnique({ where: { id: stateId } })
      if (state?.fingerprint === fingerprint) return { added: 0, removed: 0 }
      const refreshed = await replaceChanged(tx, indexed)
      await tx.searchState.update({ where: { id: stateId }, data: { fingerprint } })
      return refreshed
    },
    { maxWait: 60_000, timeout: 120_000 },
  )
}

async function replaceChanged(tx: DatabaseTransaction, indexed: readonly Indexed[]): Promise<Refreshed> {
  const key = ({ language, place, hash }: { language: string; place: string; hash: string }) => `${language} ${place} ${hash}`
  const present = await tx.searchEntry.findMany({ select: { id: true, language: true, place: true, hash: true } })
  const wanted = new Set(indexed.map(key))
  const there = new Set(present.map(key))
  const gone = present.filter((entry) => !wanted.has(key(entry)))
  const changed = new Set([...gone, ...indexed.filter((entry) => !there.has(key(entry)))].map(({ language }) => language as Language))
  for (let from = 0; from < gone.length; from += atOnce)
    await tx.searchEntry.deleteMany({ where: { id: { in: gone.slice(from, from + atOnce).map(({ id }) => id) } } })
  let added = 0
  for (const language of changed) {
    const vocabulary = new Vocabulary(language)
    const rows: string[][] = []
    for (const entry of indexed) {
      if (entry.language !== language) continue
      const folded: FoldedEntry = vocabulary.take(entry)
      if (!there.has(key(entry))) rows.push([language, entry.place, entry.hash, folded.title, folded.summary, folded.body])
    }
    await insertRows(tx, 'SearchEntry', ['language', 'place', 'hash', 'title', 'summary', 'body'], rows)
    await tx.searchWord.deleteMany({ where: { language } })
    await insertRows(
      tx,
      'SearchWord',
      ['language', 'word', 'shown', 'count'],
      vocabulary.list().map((word) => [language, ...word]),
    )
    added += rows.length
  }
  return { added, removed: gone.length }
}

// Tens of thousands of rows as one value: a statement with a place for each cell takes ten times as long.
async function insertRows(tx: DatabaseTransaction, table: string, columns: string[], rows: (string | number)[][]): Promise<void> {
  const cells = columns.map((column, index) => (column === 'count' ? `CAST(value->>${index} AS INTEGER)` : `value->>${index}`))
  await tx.$executeRawUnsafe(
    `INSERT INTO "${table}" (${columns.map((column) => `"${column}"`).join(', ')}) SELECT ${cells.join(', ')} FROM ${fullText().jsonRows}`,
    JSON.stringify(rows),
  )
}

const threePatterns = `SELECT "word", "shown", "count" FROM "SearchWord"
  WHERE "language" = ? AND ("word" LIKE ? OR "word" LIKE ? OR "word" LIKE ?)`

/**
 * The words of a language that look like one of three patterns.
 * @param patterns for LIKE, of folded words
 */
export async function listWordsLike(language: Language, patterns: readonly [string, string, string]): Promise<KnownWord[]> {
  return asWords(await preparedReads().read(threePatterns, language, ...patterns))
}

const byLength = `SELECT "word", "shown", "count" FROM "SearchWord"
  WHERE "language" = ? AND length("word") BETWEEN CAST(? AS INTEGER) AND CAST(? AS INTEGER)`

/** The words of a language with so many letters. */
export async function listWordsOfLength(language: Language, least: number, most: number): Promise<KnownWord[]> {
  return asWords(await preparedReads().read(byLength, language, String(least), String(most)))
}

function asWords(rows: Record<string, string | number | null>[]): KnownWord[] {
  return rows.map(({ word, shown, count }) => ({ word: String(word), shown: String(shown), count: Number(count) }))
}

// A word in the title counts most, and a whole word more than the beginning or a part of one. Both databases work it out in the same
// way; their own measures of relevance differ.
const scoreOfNeedle = `CAST(? AS INTEGER) * (
  CASE WHEN "title" LIKE ? THEN 60 WHEN "title" LIKE ? THEN 45 WHEN "title" LIKE ? THEN 30 ELSE 0 END
  + CASE WHEN "summary" LIKE ? THEN 15 WHEN "summary" LIKE ? THEN 12 WHEN "summary" LIKE ? THEN 9 ELSE 0 END
  + CASE WHEN "body" LIKE ? THEN 4 WHEN "body" LIKE ? THEN 2 ELSE 1 END
  + CASE WHEN (length("body") - length(replace("body", CAST(? AS TEXT), ''))) / length(CAST(? AS TEXT)) > 10 THEN 10
    ELSE (length("body") - length(replace("body", CAST(? AS TEXT), ''))) / length(CAST(? AS TEXT)) END)`

// What is typed as a title begins, or all of it, is that title.
const scoreOfPhrase = 'CASE WHEN "title" = ? THEN 1000 WHEN "title" LIKE ? THEN 100 ELSE 0 END'

/**
 * The texts of a language that hold a word of each group (or, with `or`, of one of them), in no order.
 * @param phrase everything that was typed, folded
 * @param needles what the score goes by
 */
export async function listMatches(
  language: Language,
  { phrase, groups, between, needles }: { phrase: string; groups: WordGroups; between: 'and' | 'or'; needles: readonly Needle[] },
): Promise<Match[]> {
  const engine = fullText()
  const score = [scoreOfPhrase, ...needles.map(() => scoreOfNeedle)].join(' + ')
  const values = needles.flatMap(({ word, part, weight }) => {
    const [whole, start, occurrence] = [`% ${word} %`, `% ${word}%`, ` ${word}`]
    return [String(weight), whole, start, part, whole, start, part, whole, start, occurrence, occurrence, occurrence, occurrence]
  })
  const rows = await preparedReads().read(
    `SELECT "place", ${score} AS "score" FROM "SearchEntry" WHERE "language" = ? AND ${engine.matches}`,
    ` ${phrase} `,
    `% ${phrase} %`,
    ...values,
    language,
    engine.queryOf(groups, between),
  )
  return rows.map(({ place, score: total }) => ({ place: String(place), score: Number(total) }))
}
