import { readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { isLanguage, type Language } from '~/i18n/languages'
import { listFolder } from './folder'
import { hashBytes } from './hash'
import { loudnessOf } from './library/recording'
import { reporterFor, type Problem } from './problems'
import type { Asset, LessonRecording, Text } from './types'

const schema = z.strictObject({
  /** Hash of the text that was recorded. */
  text: z.string().regex(/^[0-9a-f]{12}$/),
  seconds: z.number().positive(),
  loudness: loudnessOf,
})

interface Place {
  /** The lesson's folder. */
  folder: string
  course: string
  lesson: string
  texts: Partial<Record<Language, Text>>
}

/**
 * Reads what of a lesson is recorded: `recording/<lang>.mp3` with `<lang>.json` beside it. Puts the files that the site is
 * to publish into `found`, and what is wrong into `problems`.
 */
export function readLessonRecordings(
  { folder, course, lesson, texts }: Place,
  found: Map<string, Asset>,
  problems: Problem[],
): Partial<Record<Language, LessonRecording>> {
  const recordings: Partial<Record<Language, LessonRecording>> = {}
  const { files } = listFolder(path.join(folder, 'recording'))
  for (const name of files) {
    const report = reporterFor(problems, `content/courses/${course}/${lesson}/recording/${name}`)
    const [language = '', ending] = name.split(/\.(.*)/s)
    if (!isLanguage(language) || (ending !== 'mp3' && ending !== 'json'))
      report(1, 'unknown file: a recording is <lang>.mp3 and <lang>.json')
    else if (!files.includes(`${language}.${ending === 'mp3' ? 'json' : 'mp3'}`))
      report(1, 'a recording is <lang>.mp3 and <lang>.json: one is missing')
    else if (ending === 'json') {
      const times = readTimes(path.join(folder, 'recording', name))
      if (!times) {
        report(1, 'not what `npm run content:record` writes')
        continue
      }
      const from = path.join(folder, 'recording', `${language}.mp3`)
      const bytes = readFileSync(from)
      const to = `${course}/${lesson}/${language}.${hashBytes(bytes)}.mp3`
      const asset: Asset = { from, to, address: `/content/${to}`, bytes: bytes.length }
      found.set(from, asset)
      const stale = texts[language]?.contentHash !== times.text
      if (stale) report(1, 'stale: the text has changed since this was recorded', 'notice')
      recordings[language] = { address: asset.address, bytes: asset.bytes, seconds: times.seconds, stale }
    }
  }
  return recordings
}

function readTimes(file: string): z.infer<typeof schema> | null {
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return null
  }
}
