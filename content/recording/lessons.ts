import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { passagesOf } from '~/content/check/passages'
import type { Course, Lesson } from '~/content/types'
import { encodeSound, evenOut, join, measureLoudness, sampleRate, silence, speak, writeWave } from './speech'

/** Seconds between two paragraphs. */
const pause = 0.7

/** Reads the Dutch text of a lesson aloud and writes `recording/nl.mp3` with `nl.json` into its folder. */
export function recordLesson(course: Course, lesson: Lesson): void {
  const folder = path.join('content', 'courses', course.id, lesson.id)
  const work = mkdtempSync(path.join(tmpdir(), 'leerkring-recording-'))
  try {
    const passages = passagesOf(readFileSync(path.join(folder, 'nl.md'), 'utf8'), 'nl', false)
    const spoken = passages.flatMap(({ text }) => [speak(text, 'A', work), silence(pause)])
    const samples = join([silence(pause), ...spoken])
    const plain = path.join(work, 'all.wav')
    writeWave(plain, samples)
    mkdirSync(path.join(folder, 'recording'), { recursive: true })
    const to = path.join(folder, 'recording', 'nl.mp3')
    encodeSound(evenOut(plain), to, 'medium')
    const seconds = Math.round((samples.length / sampleRate) * 100) / 100
    const loudness = measureLoudness(to)
    writeFileSync(
      path.join(folder, 'recording', 'nl.json'),
      `${JSON.stringify({ text: lesson.texts.nl!.contentHash, seconds, loudness })}\n`,
    )
    console.log(`${course.id}/${lesson.id}: ${(seconds / 60).toFixed(1)} minutes, ${loudness.integrated} LUFS, peak ${loudness.peak} dBTP`)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}
