// What the full-text engines of the two databases each want said in their own way. The words that go in are folded before: only
// letters and digits, so nothing in them can be taken for an operator, and both engines find the same.

/** Words of which one has to be there; of several groups each. */
export type WordGroups = readonly (readonly string[])[]

export interface FullText {
  /** Condition on a row of "SearchEntry", with `?` for what `queryOf` gives. */
  matches: string
  /** @param groups folded words. Throws on anything but letters and digits. */
  queryOf: (groups: WordGroups, between: 'and' | 'or') => string
  /** In the FROM of a statement for Prisma: what stands in a JSON array, the statement's one value, as `each.value`. */
  jsonRows: string
}

function written(groups: WordGroups, quote: string, or: string, between: string): string {
  const word = (text: string) => {
    if (!/^[\p{L}\p{N}]+$/u.test(text)) throw new Error('A word for the full-text engine holds a sign')
    return quote + text + quote
  }
  return groups.map((group) => `(${group.map(word).join(or)})`).join(between)
}

/** FTS5 over "SearchText". */
export const sqliteFullText: FullText = {
  matches: '"SearchEntry"."id" IN (SELECT rowid FROM "SearchText" WHERE "SearchText" MATCH ?)',
  queryOf: (groups, between) => written(groups, '"', ' OR ', between === 'and' ? ' AND ' : ' OR '),
  jsonRows: 'json_each(?) AS each',
}

/** A tsvector with an inverted index. */
export const postgresqlFullText: FullText = {
  matches: '"SearchEntry"."words" @@ CAST(? AS tsquery)',
  queryOf: (groups, between) => written(groups, "'", ' | ', between === 'and' ? ' & ' : ' | '),
  jsonRows: 'json_array_elements(CAST($1 AS json)) AS each(value)',
}
