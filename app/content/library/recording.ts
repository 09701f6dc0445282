import { readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { isLanguage, type Language } from '~/i18n/languages'
import { listFolder } from '../folder'
import { hashBytes } from '../hash'
import { reporterFor, type Problem } from '../problems'
import { voiceKinds, type FileRole, type Item, type ItemFile, type Script } from './types'

/** A file to hand out: what it is called on the site, and where it is now or what stands in it. */
export type MediaSource = { item: string; name: string } & ({ from: string } | { text: string })

/** `nl.small.mp3` by what follows the language. */
const roles: Readonly<Record<string, { role: FileRole; contentType: string }>> = {
  mp3: { role: 'audio', contentType: 'audio/mpeg' },
  'small.mp3': { role: 'audio-small', contentType: 'audio/mpeg' },
  mp4: { role: 'film', contentType: 'video/mp4' },
  'small.mp4': { role: 'film-small', contentType: 'video/mp4' },
  'still.png': { role: 'still', contentType: 'image/png' },
}

const seconds = z.number().nonnegative()
/** Measured by EBU R128: every recording is as loud as the others, and nothing is clipped. */
export const loudnessOf = z.strictObject({ integrated: z.number().min(-19).max(-17), peak: z.number().max(-1) })

const schema = z.strictObject({
  /** Hash of the script that was recorded. */
  script: z.string().regex(/^[0-9a-f]{12}$/),
  seconds,
  loudness: loudnessOf,
  turns: z.array(z.tuple([seconds, seconds])),
  /** The program beside the texts records a computer's voice; a recording by people says so. */
  voices: z.enum(voiceKinds).default('synthetic'),
})

/**
 * Reads the recordings of an item: `recording/<lang>.json` with the time of each turn, and the files beside it.
 * Puts what is wrong into `problems`.
 */
export function readRecordings(
  item: string,
  folder: string,
  scripts: Item['scripts'],
  problems: Problem[],
): Pick<Item, 'recordings' | 'files'> & { media: MediaSource[] } {
  const recordings: Item['recordings'] = {}
  const files: ItemFile[] = []
  const media: MediaSource[] = []
  for (const name of listFolder(folder).files) {
    const report = reporterFor(problems, `content/library/${item}/recording/${name}`)
    const [language = '', ...rest] = name.split('.')
    const ending = rest.join('.')
    const from = path.join(folder, name)
    if (!isLanguage(language) || (ending !== 'json' && !Object.hasOwn(roles, ending))) {
      report(
        1,
        `unknown file: recordings are called <lang>.json, ${Object.keys(roles)
          .map((each) => `<lang>.${each}`)
          .join(', ')}`,
      )
    } else if (ending === 'json') {
      recordings[language] = readTimes(readFileSync(from, 'utf8'), scripts[language] ?? null, report) ?? undefined
    } else {
      const bytes = readFileSync(from)
      const { role, contentType } = roles[ending]!
      const published = `${language}.${ending.replace(/(?=[^.]+$)/, `${hashBytes(bytes)}.`)}`
      files.push({ language, role, name: published, contentType, bytes: bytes.length })
      media.push({ item, from, name: published })
    }
  }
  return { recordings, files, media }
}

function readTimes(source: string, script: Script | null, report: (line: number, message: string, severity?: 'notice') => void) {
  let value: unknown
  try {
    value = JSON.parse(source)
  } catch {
    report(1, 'the file is not JSON')
    return null
  }
  const parsed = schema.safeParse(value)
  if (!parsed.success) {
    report(1, `not the times of a recording: ${parsed.error.issues[0]?.message ?? ''}`)
    return null
  }
  const turns = parsed.data.turns.map(([start, end]) => ({ start, end }))
  const stale = script?.contentHash !== parsed.data.script
  if (stale) report(1, 'stale: the script has changed since this was recorded', 'notice')
  const count = script?.chapters.flatMap((chapter) => chapter.turns).length
  if (!stale && count !== turns.length) report(1, `the script has ${count} turns, here are the times of ${turns.length}`)
  const inOrder = turns.every(({ start, end }, index) => end > start && start >= (turns[index - 1]?.end ?? 0) && end <= parsed.data.seconds)
  if (!inOrder) report(1, 'the times of the turns overlap or run on after the end')
  return { seconds: parsed.data.seconds, turns, stale, voices: parsed.data.voices }
}

/** The languages that an item is recorded in. */
export function spokenLanguages(item: Pick<Item, 'recordings'>): Language[] {
  return Object.keys(item.recordings) as Language[]
}
