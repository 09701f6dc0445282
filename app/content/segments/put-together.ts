import type { Slot, SplitText } from './segment'

/** A line of a file that was put together, and the segment that it came from. */
export interface WrittenText {
  source: string
  /** Key of the segment that stands on a line (counted from 1), or of the nearest one before it. */
  keyAt: (line: number) => string | null
}

/**
 * The same file with other words: `words` gives those of a segment by its key; a segment that it gives none for keeps its own.
 * With the words that the file has it gives the very same file.
 */
export function putTogether({ source, slots }: SplitText, words: ReadonlyMap<string, string>): WrittenText {
  let written = ''
  let at = 0
  const starts: { line: number; key: string }[] = []
  for (const slot of slots) {
    written += source.slice(at, slot.start)
    starts.push({ line: countLines(written), key: slot.key })
    written += write(slot, source.slice(slot.start, slot.end), words.get(slot.key) ?? slot.text)
    at = slot.end
  }
  written += source.slice(at)
  return { source: written, keyAt: (line) => starts.findLast((start) => start.line <= line)?.key ?? null }
}

function write(slot: Slot, before: string, text: string): string {
  if (text === slot.text) return before
  // What JSON writes between double quotes, YAML reads between double quotes.
  if (slot.isValue) return JSON.stringify(text)
  return text.split('\n').join(`\n${slot.prefix}`)
}

function countLines(text: string): number {
  return text.split('\n').length
}
