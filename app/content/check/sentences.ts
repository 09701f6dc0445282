import { isAbbreviation } from './abbreviations'

export interface Sentence {
  words: string[]
  /** Where its first word begins in the text it was taken from. */
  offset: number
}

/**
 * Splits a Dutch passage into sentences. A sentence ends at `.` `!` `?` `:` or `…`, also inside closing quotes, where
 * the next word does not go on in a small letter: “Kom je?” vraagt hij. is one sentence, and so is what follows
 * an abbreviation. After a colon a new one begins in any case, since that is where a reader pauses. Words are runs
 * without white space that hold a letter or a digit; no word is lost and none is in two sentences.
 */
export function sentencesOf(text: string): Sentence[] {
  const tokens = [...text.matchAll(/\S+/gu)].map((match) => ({ token: match[0], offset: match.index }))
  const sentences: Sentence[] = []
  let current: Sentence = { words: [], offset: 0 }
  for (const [index, { token, offset }] of tokens.entries()) {
    if (/[\p{L}\p{N}]/u.test(token)) {
      if (current.words.length === 0) current.offset = offset
      current.words.push(token)
    }
    if (current.words.length > 0 && endsSentence(token, tokens[index + 1]?.token)) {
      sentences.push(current)
      current = { words: [], offset: 0 }
    }
  }
  if (current.words.length > 0) sentences.push(current)
  return sentences
}

function endsSentence(token: string, next: string | undefined): boolean {
  if (next === undefined) return true
  const end = /([.!?:…])["'”’»)\]]*$/u.exec(token)
  if (!end) return false
  if (end[1] === ':') return true
  if (isAbbreviation(token.replace(/^[^\p{L}\p{N}]+/u, ''))) return false
  // “'s Avonds” and “'t Kan” begin a sentence although their first letter is small.
  const start = next.replace(/^["“‘'’«([]*/u, '')
  return !/^\p{Ll}/u.test(start) || /^[“"]*['’‘](?:s|t|n|k)$/u.test(next)
}
