import { languages, type Language } from '~/i18n/languages'
import { hashBytes } from '../hash'
import type { MediaSource } from './recording'
import type { Item, ItemFile, Recording, Script, Span } from './types'

/** What is read comfortably while it is heard: two lines of some forty signs. */
const longestLine = 42
const linesOfCue = 2

const sentenceEnd = /[.!?…؟።][”"'»)]*$/u

interface Cue {
  start: number
  end: number
  text: string
}

/**
 * Captions and chapters of every recording of an item, in every language that has its script: WebVTT, with the times of
 * the recording. A script that has other turns than the recording gets none: no captions are better than wrong ones.
 */
export function writeTracks(item: string, { scripts, recordings }: Pick<Item, 'scripts' | 'recordings'>) {
  const files: ItemFile[] = []
  const media: MediaSource[] = []
  for (const spoken of languages)
    for (const language of languages) {
      const recording = recordings[spoken]
      const script = scripts[language]
      if (!recording || !script || !fits(script, recording)) continue
      add({ spoken, language, role: 'captions' }, writeCaptions(script, recording.turns))
      add({ spoken, language, role: 'chapters' }, writeChapters(script, recording.turns))
    }
  return { files, media }

  function add(file: { spoken: Language; language: Language; role: 'captions' | 'chapters' }, text: string): void {
    const bytes = Buffer.from(text)
    const name = `${file.spoken}.${file.language}.${file.role}.${hashBytes(bytes)}.vtt`
    files.push({ ...file, name, contentType: 'text/vtt; charset=utf-8', bytes: bytes.length })
    media.push({ item, name, text })
  }
}

/** Whether a script says as much as was recorded, turn for turn. */
export function fits(script: Script, recording: Recording): boolean {
  return script.chapters.reduce((sum, { turns }) => sum + turns.length, 0) === recording.turns.length
}

/** What is said, as WebVTT with the name of who says it. @param spans one for each turn, in order */
export function writeCaptions({ chapters, speakers }: Pick<Script, 'chapters' | 'speakers'>, spans: readonly Span[]): string {
  const turns = chapters.flatMap((chapter) => chapter.turns)
  return writeVtt(
    turns.flatMap(({ speaker, text }, index) => {
      const name = escapeText(speakers[speaker] ?? speaker)
      return cuesOf(text, spans[index]!).map((cue) => ({ ...cue, text: `<v ${name}>${cue.text}` }))
    }),
  )
}

/** The titles of the chapters, as WebVTT: each lasts until the next one begins. @param spans one for each turn, in order */
export function writeChapters({ chapters }: Pick<Script, 'chapters'>, spans: readonly Span[]): string {
  let turn = 0
  const begun = chapters.flatMap(({ title, turns }) => {
    if (turns.length === 0) return []
    const first = turn
    turn += turns.length
    return { text: escapeText(title), start: milliseconds(spans[first]!.start), last: milliseconds(spans[turn - 1]!.end) }
  })
  return writeVtt(begun.map(({ text, start, last }, index) => ({ text, start, end: Math.max(start + 1, begun[index + 1]?.start ?? last) })))
}

/** A turn in pieces that can be read at once; each gets as much of the time as it has of the signs. */
function cuesOf(text: string, span: Span): Cue[] {
  const start = milliseconds(span.start)
  const end = Math.max(start + 1, milliseconds(span.end))
  const split = splitTurn(text)
  // No time to show them one after the other: then all at once.
  const pieces = split.length <= end - start ? split : [split.flat()]
  const lengths = pieces.map((lines) => lines.join(' ').length)
  const whole = lengths.reduce((sum, length) => sum + length, 0)
  let until = start
  let signs = 0
  return pieces.map((lines, index) => {
    const from = until
    signs += lengths[index]!
    const share = start + Math.round(((end - start) * signs) / whole)
    // Each piece keeps a moment, and leaves one for each that follows.
    until = Math.min(Math.max(share, from + 1), end - (pieces.length - 1 - index))
    return { start: from, end: until, text: lines.map(escapeText).join('\n') }
  })
}

/**
 * The lines of the captions for a turn: at most two together, of at most 42 signs each. A word is never broken, so that a very
 * long one stands on a line of its own; a sentence that ends on the second line ends the piece.
 */
export function splitTurn(text: string): string[][] {
  const pieces: string[][] = [[]]
  let line = ''
  const closeLine = () => {
    if (line) pieces.at(-1)!.push(line)
    line = ''
  }
  for (const word of text.split(/\s+/).filter(Boolean)) {
    if (line && line.length + 1 + word.length > longestLine) closeLine()
    if (pieces.at(-1)!.length === linesOfCue) pieces.push([])
    line = line ? `${line} ${word}` : word
    if (sentenceEnd.test(word) && pieces.at(-1)!.length === linesOfCue - 1) {
      closeLine()
      pieces.push([])
    }
  }
  closeLine()
  return pieces.filter((lines) => lines.length > 0)
}

function writeVtt(cues: Cue[]): string {
  return ['WEBVTT', ...cues.map(({ start, end, text }) => `${timestamp(start)} --> ${timestamp(end)}\n${text}`), '']
    .join('\n\n')
    .slice(0, -1)
}

const milliseconds = (seconds: number) => Math.round(seconds * 1000)

function timestamp(time: number): string {
  const pad = (value: number, digits: number) => String(value).padStart(digits, '0')
  const [hours, minutes, seconds] = [Math.floor(time / 3_600_000), Math.floor(time / 60_000) % 60, Math.floor(time / 1000) % 60]
  return `${pad(hours, 2)}:${pad(minutes, 2)}:${pad(seconds, 2)}.${pad(time % 1000, 3)}`
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
