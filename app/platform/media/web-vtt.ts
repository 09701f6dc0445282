import { MediaFault } from './media-fault'

// Captions come from many programs. Players are forgiving and drop what they do not understand, so that a line is missing
// and nobody knows why: here each line has to be right.

const time = /^(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})$/
const settings = /^(?:(?:vertical|line|position|size|align|region):[^\s:]\S*)$/
const tags = new Set(['c', 'i', 'b', 'u', 'ruby', 'rt', 'v', 'lang'])

/** When a text is shown, in seconds. */
export interface Cue {
  start: number
  end: number
  text: string
}

/**
 * Reads a file with captions or chapters.
 * @returns what is shown, in order
 * @throws MediaFault `captionsLine` with the number of the first line that is not right, and others
 */
export function readWebVtt(file: Uint8Array): Cue[] {
  const lines = decode(file).split(/\r\n|\n|\r/)
  if (!/^WEBVTT(?:[ \t].*)?$/.test(lines[0] ?? '')) throw new MediaFault('captionsNoStart')
  const cues: Cue[] = []
  let at = 1
  if (lines[at]) throw wrong(at)
  while (at < lines.length) {
    if (lines[at] === '') {
      at += 1
      continue
    }
    const first = at
    while (at < lines.length && lines[at] !== '') at += 1
    const cue = readBlock(lines.slice(first, at), first)
    if (!cue) continue
    if (cue.start < (cues.at(-1)?.start ?? 0)) throw wrong(first)
    cues.push(cue)
  }
  if (cues.length === 0) throw new MediaFault('captionsEmpty')
  return cues
}

function decode(file: Uint8Array): string {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(file)
    if (!text.includes('\0')) return text
  } catch {
    // Not UTF-8: said below.
  }
  throw new MediaFault('captionsNotText')
}

const wrong = (index: number) => new MediaFault('captionsLine', index + 1)

/** A block of lines: a text with its time, or a note, which is nothing. Styles of its own could fetch things: they are not taken. */
function readBlock(lines: string[], first: number): Cue | null {
  if (/^NOTE(?:[ \t]|$)/.test(lines[0]!)) {
    const arrow = lines.findIndex((line) => line.includes('-->'))
    if (arrow >= 0) throw wrong(first + arrow)
    return null
  }
  const place = lines[0]!.includes('-->') ? 0 : 1
  const timing = lines[place]
  if (timing === undefined || !timing.includes('-->')) throw wrong(first)
  const [start, arrow, end, ...rest] = timing.trim().split(/[ \t]+/)
  const from = secondsOf(start)
  const to = secondsOf(end)
  if (arrow !== '-->' || from === null || to === null || to <= from || !rest.every((setting) => settings.test(setting)))
    throw wrong(first + place)
  const text = lines.slice(place + 1)
  if (text.length === 0) throw wrong(first + place)
  text.forEach((line, index) => {
    if (line.includes('-->')) throw wrong(first + place + 1 + index)
  })
  if (!tagsAreRight(text.join('\n'))) throw wrong(first + place + 1)
  return { start: from, end: to, text: text.join('\n') }
}

function secondsOf(text: string | undefined): number | null {
  const found = time.exec(text ?? '')
  if (!found) return null
  const [, hours = '0', minutes, seconds, thousandths] = found
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds) + Number(thousandths) / 1000
}

/** Whether every `<…>` is one that players know, opened and closed in turn. A voice may stay open until the end. */
function tagsAreRight(text: string): boolean {
  const open: string[] = []
  for (const [, inner = ''] of text.matchAll(/<([^>]*)(?:>|$)/g)) {
    if (time.test(inner)) continue
    const [, slash, name = ''] = /^(\/?)([a-z]+)(?:\.[^\s.]+)*(?:[ \t]+[^<]*)?$/.exec(inner) ?? []
    if (!tags.has(name)) return false
    if (slash) {
      if (open.pop() !== name) return false
    } else open.push(name)
  }
  return open.every((name) => name === 'v') && !/<[^>]*$/.test(text)
}
