import { z } from 'zod'
import { sourceLanguage, type Language } from '~/i18n/languages'
import { oneLine, splitFrontMatter } from '../front-matter'
import { hashText } from '../hash'
import type { Report } from '../problems'
import { readYaml, reportIssues } from '../yaml-source'
import type { Chapter, Script, Turn } from './types'

/** Longer turns cannot be read as captions while they are heard. */
const longestTurn = 400

const schema = z.strictObject({
  speakers: z.record(z.string().regex(/^[A-Z]$/, 'a voice is one capital letter'), oneLine),
  source: z
    .string()
    .regex(/^[0-9a-f]{12}$/, 'must be the twelve hex digits that `npm run content:stamp` writes')
    .optional(),
  state: z.enum(['draft', 'reviewed'], 'must be `draft` or `reviewed`').optional(),
})

/** The hash of a script: over the names of the voices and all that is said. Null where the front matter cannot be read. */
export function hashScript(source: string): string | null {
  const parts = splitFrontMatter(source)
  const yaml = parts && readYaml(parts.yaml, { firstLine: 2, textOnly: true }, () => undefined)
  const parsed = schema.safeParse(yaml?.value)
  return parts && parsed.success ? hashParts(parsed.data.speakers, parts.body) : null
}

function hashParts(speakers: Record<string, string>, body: string): string {
  return hashText({ title: '', summary: '', modules: speakers, body })
}

/**
 * Reads and checks what is said in an episode or film. `source` has LF line ends; `dutch` is the script in Dutch if this
 * is a translation. Reports everything that is wrong; returns null only where the front matter cannot be used.
 */
export function readScript(
  source: string,
  place: { language: Language; chapterIds: readonly string[] },
  dutch: Script | null,
  report: Report,
): Script | null {
  const parts = splitFrontMatter(source)
  if (!parts) {
    report(1, 'the front matter is missing: begin with `---`, then `speakers:`, then `---`')
    return null
  }
  const yaml = readYaml(parts.yaml, { firstLine: 2, textOnly: true }, report)
  if (!yaml) return null
  const parsed = schema.safeParse(yaml.value)
  if (!parsed.success) {
    reportIssues(parsed.error, yaml, report)
    return null
  }
  const { speakers, state } = parsed.data
  const isSource = place.language === sourceLanguage
  const firstLine = source.slice(0, source.length - parts.body.length).split('\n').length
  const chapters = readChapters(parts.body, firstLine, { chapterIds: place.chapterIds, speakers }, report)
  if (dutch) checkAgainst(dutch, { speakers, chapters }, report)
  const contentHash = hashParts(speakers, parts.body)
  const sourceHash = isSource ? contentHash : (dutch?.contentHash ?? '')
  const stale = !isSource && parsed.data.source !== sourceHash
  if (stale)
    report(
      yaml.lineOf(['source']),
      parsed.data.source
        ? `stale: made from ${parsed.data.source}, but the Dutch script is now ${sourceHash}`
        : 'it is not known which Dutch script this was made from: run `npm run content:stamp`',
      'notice',
    )
  return {
    speakers,
    chapters,
    words: chapters.flatMap(({ turns }) => turns).reduce((sum, { text }) => sum + text.split(/\s+/).length, 0),
    contentHash,
    sourceHash,
    source: parsed.data.source ?? null,
    state: isSource ? 'source' : (state ?? 'draft'),
    stale,
  }
}

function readChapters(
  body: string,
  firstLine: number,
  { chapterIds, speakers }: { chapterIds: readonly string[]; speakers: Record<string, string> },
  report: Report,
): Chapter[] {
  const chapters: Chapter[] = []
  let turn: Turn | null = null
  for (const [index, line] of body.split('\n').entries()) {
    const at = firstLine + index
    const words = line.trim()
    if (words === '') {
      turn = null
      continue
    }
    const heading = /^##\s+(.+)$/.exec(words)
    const opening = /^([A-Z]):\s+(.+)$/.exec(words)
    const chapter = chapters.at(-1)
    if (heading) {
      chapters.push({ id: chapterIds[chapters.length] ?? '', title: heading[1]!, turns: [] })
      turn = null
    } else if (opening && chapter) {
      const [, speaker = '', text = ''] = opening
      if (!Object.hasOwn(speakers, speaker)) report(at, `\`speakers\` does not name \`${speaker}\``)
      turn = { speaker, text }
      chapter.turns.push(turn)
    } else if (turn) turn.text += ` ${words}`
    else report(at, chapter ? 'a turn begins with its voice: `A: …`' : 'a script begins with a chapter: `## …`')
    if (turn && turn.text.length > longestTurn) report(at, `longer than ${longestTurn} characters: begin a new turn`)
  }
  if (chapters.length !== chapterIds.length) report(1, `item.yaml names ${chapterIds.length} chapters, here are ${chapters.length}`)
  for (const { title, turns } of chapters) if (turns.length === 0) report(1, `nothing is said in the chapter “${title}”`)
  return chapters
}

/** A translation is shown while the Dutch is heard: turn for turn, by the same voices. */
function checkAgainst(dutch: Script, { speakers, chapters }: Pick<Script, 'speakers' | 'chapters'>, report: Report): void {
  if (Object.keys(dutch.speakers).sort().join() !== Object.keys(speakers).sort().join())
    report(2, `differs from the source: the voices are ${Object.keys(dutch.speakers).join(', ')}`)
  for (const [index, chapter] of chapters.entries()) {
    const there = dutch.chapters[index]
    if (!there) continue
    const order = (turns: Turn[]) => turns.map(({ speaker }) => speaker).join('')
    if (order(there.turns) !== order(chapter.turns))
      report(1, `differs from the source: “${chapter.title}” is ${order(chapter.turns)}, nl.md has ${order(there.turns)}`)
  }
}
