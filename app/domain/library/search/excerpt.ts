import { bodyOf } from '~/content/plain-text'
import { foldWord, wordsIn } from './fold'
import type { Hit } from './find-texts.server'

/** A piece of an excerpt: plain text, to be escaped by what shows it. */
export interface Segment {
  text: string
  /** It is what was looked for. */
  hit: boolean
}

const wordsShown = 32
const wordsBefore = 8

/** The part of a text in which most of what was looked for stands together; the summary where the text itself has none of it. */
export function excerptOf({ findable, language, words }: Hit): Segment[] {
  const text = findable.texts[language]
  if (!text) return []
  return cut(bodyOf(text, findable.scripts[language]), words) ?? cut(text.summary, words) ?? [{ text: text.summary, hit: false }]
}

/** The title of a hit with what was looked for marked. */
export function titleOf({ findable, language, words }: Hit): Segment[] {
  const title = findable.texts[language]?.title ?? ''
  return cut(title, words, Infinity) ?? [{ text: title, hit: false }]
}

/**
 * Cuts some thirty words out of a text.
 * @param looked folded words
 * @param length how many words
 * @returns null if none of them is in it
 */
export function cut(text: string, looked: ReadonlySet<string>, length = wordsShown): Segment[] | null {
  const words = wordsIn(text).map(({ at, surface }) => {
    const folded = foldWord(surface)
    return { at, end: at + surface.length, found: folded.find((word) => looked.has(word)) }
  })
  const hits = words.flatMap(({ found }, index) => (found === undefined ? [] : [{ found, index }]))
  if (hits.length === 0) return null
  const first = densest(hits)
  const from = Math.max(0, Math.min(first - wordsBefore, words.length - length))
  const shown = words.slice(from, from + length)
  const end = from + length < words.length ? shown.at(-1)!.end : text.length
  const segments: Segment[] = []
  const add = (piece: string, hit: boolean) => piece && segments.push({ text: piece, hit })
  let at = from === 0 ? 0 : shown[0]!.at
  if (from > 0) add('… ', false)
  for (const word of shown) {
    if (word.found === undefined) continue
    add(text.slice(at, word.at), false)
    add(text.slice(word.at, word.end), true)
    at = word.end
  }
  add(text.slice(at, end) + (end < text.length ? ' …' : ''), false)
  return segments
}

/** Where the window of words begins that has most of what was looked for. */
function densest(hits: readonly { found: string; index: number }[]): number {
  let first = 0
  let most = 0
  hits.forEach(({ index }, from) => {
    const different = new Set<string>()
    let count = 0
    for (let next = from; next < hits.length && hits[next]!.index < index + wordsShown - wordsBefore; next += 1) {
      different.add(hits[next]!.found)
      count += 1
    }
    // Different words count for more than one word that comes again and again.
    const worth = 10 * different.size + count
    if (worth > most) [first, most] = [index, worth]
  })
  return first
}
