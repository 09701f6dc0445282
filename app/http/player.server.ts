import { spokenLanguages } from '~/content/library/recording'
import type { FileRole, Item, ItemFile, Script } from '~/content/library/types'
import { fits } from '~/content/library/vtt'
import { hasOtherWords } from '~/domain/library/spoken.server'
import { formatBytes } from '~/i18n/formats'
import { languageNames, languages, sourceLanguage, type Language } from '~/i18n/languages'
import { i18nOf } from '~/i18n/server'
import type { OfferedFile, PlayerData, PlayerTrack } from '~/components/patterns/recording'
import type { TranscriptData } from '~/components/patterns/Transcript'
import { blockLanguage } from './course-titles.server'
import { textLines } from './text-lines.server'

/** The recording that a page in a language plays: in that language, else in Dutch, else in any; null when there is none. */
export function playerOf(item: Item, language: Language): PlayerData | null {
  const wanted: Language[] = [language, sourceLanguage, ...spokenLanguages(item)]
  for (const spoken of wanted) {
    const recording = item.recordings[spoken]
    const find = (role: FileRole) => item.files.find((file) => file.role === role && file.language === spoken)
    const kind = item.kind === 'film' ? 'film' : 'audio'
    const file = find(kind)
    if (!recording || !file) continue
    const small = find(`${kind}-small`)
    const still = find('still')
    return {
      kind,
      spoken,
      stale: recording.stale,
      voices: recording.voices,
      file: offer(item, file, language),
      small: small ? offer(item, small, language) : null,
      still: still ? hrefOf(item, still) : null,
      tracks: tracksOf(item, spoken, language),
    }
  }
  return null
}

/** Captions in every language there is, the page's first, and its chapters. */
function tracksOf(item: Item, spoken: Language, language: Language): PlayerTrack[] {
  const of = (kind: 'captions' | 'chapters') => item.files.filter((file) => file.role === kind && file.spoken === spoken)
  const captions = of('captions')
  // Without a translation the words that are heard help more than none.
  const own = captions.find((file) => file.language === language) ?? captions.find((file) => file.language === spoken)
  const chapters = of('chapters').filter((file) => file.language === (own?.language ?? spoken))
  return [...captions, ...chapters].map((file) => ({
    href: hrefOf(item, file),
    kind: file.role === 'chapters' ? 'chapters' : 'captions',
    language: file.language,
    label: languageNames[file.language],
    shown: file === own && language !== spoken,
  }))
}

function offer(item: Item, file: ItemFile, language: Language): OfferedFile {
  // The number stands before its unit, also among words that run from right to left.
  return { href: hrefOf(item, file), size: `\u2066${formatBytes(language, file.bytes)}\u2069` }
}

function hrefOf(item: Item, file: ItemFile): string {
  return `/media/${item.id}/${file.name}`
}

/**
 * What is said in an item, in a language or else in Dutch, with the times of the recording that is played; null where nothing is said.
 * @param spoken language of that recording, if there is one
 */
export function transcriptOf(item: Item, language: Language, spoken: Language | null): TranscriptData | null {
  const wanted: Language[] = [language, sourceLanguage, ...languages]
  const shown = wanted.find((each) => item.scripts[each])
  const script = shown && item.scripts[shown]
  if (!shown || !script) return null
  const times = timesOf(item, script, spoken)
  let turn = 0
  return {
    ofComputer: spoken !== null && item.recordings[spoken]?.voices === 'person',
    chapters: script.chapters.map(({ id, title, turns }) => ({
      id,
      title,
      turns: turns.map(({ speaker, text }) => {
        const { start = null, end = null } = times[turn] ?? {}
        turn += 1
        return { speaker: script.speakers[speaker] ?? speaker, text, start, end }
      }),
    })),
    lines: textLines(item.scripts, language),
    ...blockLanguage(shown),
  }
}

/** What stands above the words as plain text: that people are heard who may say something else; empty for nothing. */
export async function transcriptNote(item: Item, language: Language): Promise<string> {
  return (await hasOtherWords(item, language)) ? ofComputerWords(language) : ''
}

/** That the words were written for voices of a computer. */
export function ofComputerWords(language: Language): string {
  return i18nOf(language).getFixedT(language, 'library')('player.ofComputer')
}

function timesOf(item: Item, script: Script, spoken: Language | null) {
  const recording = spoken && item.recordings[spoken]
  return recording && fits(script, recording) ? recording.turns : []
}
