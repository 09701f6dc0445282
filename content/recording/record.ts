/*
 * Records episodes, films and lessons with a synthetic voice: `npm run content:record -- the-ring thuis/first-listen …`, or
 * `thuis/` for every lesson of a course. Without a name: episodes and films whose recording is missing, and everything
 * whose recording is older than its text. Needs espeak-ng and ffmpeg (Debian has
 * both). A recording by a person replaces one of these file by file; then its times are written by hand.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { compileContent } from '~/content/compile'
import { listLessons } from '~/content/lessons'
import type { Item, Script } from '~/content/library/types'
import { recordLesson } from './lessons'
import { drawFrame, encodeFilm } from './film'
import { sceneSeconds } from './scenes'
import { chime, encodeSound, evenOut, join, measureLoudness, pauses, sampleRate, silence, speak, writeWave } from './speech'

const { catalogue } = compileContent(process.cwd())
const asked = process.argv.slice(2)
for (const item of catalogue.library) {
  const script = item.scripts.nl
  const isDue = asked.length > 0 ? asked.includes(item.id) : !item.recordings.nl || item.recordings.nl.stale
  if (script && isDue) recordItem(item, script)
}
for (const course of catalogue.courses) {
  for (const lesson of listLessons(course)) {
    const name = `${course.id}/${lesson.id}`
    const isDue = asked.length > 0 ? asked.includes(name) || asked.includes(`${course.id}/`) : lesson.recordings.nl?.stale
    if (isDue) recordLesson(course, lesson)
  }
}

function recordItem(item: Item, script: Script): void {
  const work = mkdtempSync(path.join(tmpdir(), 'leerkring-recording-'))
  const folder = path.join('content', 'library', item.id, 'recording')
  mkdirSync(folder, { recursive: true })
  try {
    const { samples, turns, chapters } = assemble(script, work)
    const seconds = samples.length / sampleRate
    const plain = path.join(work, 'all.wav')
    writeWave(plain, samples)
    const wave = evenOut(plain)
    const files = { full: '', small: '' }
    for (const size of ['full', 'small'] as const) {
      const ending = `${size === 'full' ? '' : 'small.'}${item.kind === 'film' ? 'mp4' : 'mp3'}`
      files[size] = path.join(folder, `nl.${ending}`)
      if (item.kind === 'film') encodeFilm({ wave, chapters, seconds, to: files[size], size, work })
      else encodeSound(wave, files[size], size)
    }
    if (item.kind === 'film') writeFileSync(path.join(folder, 'nl.still.png'), drawFrame(script.chapters[0]!.id, sceneSeconds, 854))
    const loudness = measureLoudness(files.full)
    const times = { script: script.contentHash, seconds: round(seconds), loudness, turns }
    writeFileSync(path.join(folder, 'nl.json'), `${JSON.stringify(times)}\n`)
    console.log(`${item.id}: ${(seconds / 60).toFixed(1)} minutes, ${loudness.integrated} LUFS, peak ${loudness.peak} dBTP`)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

/** Puts the turns after each other with silences between them. `chapters`: the second on which each begins. */
function assemble(
  script: Script,
  work: string,
): { samples: Float32Array; turns: [number, number][]; chapters: { id: string; start: number }[] } {
  const parts: Float32Array[] = []
  let length = 0
  const add = (samples: Float32Array) => {
    parts.push(samples)
    length += samples.length
  }
  const wait = (seconds: number) => add(silence(seconds))
  const now = () => round(length / sampleRate)
  const turns: [number, number][] = []
  const chapters: { id: string; start: number }[] = []
  wait(pauses.beforeFirst)
  for (const chapter of script.chapters) {
    if (chapters.length > 0) wait(pauses.chapter)
    chapters.push({ id: chapter.id, start: chapters.length === 0 ? 0 : now() })
    add(chime())
    let before: string | null = null
    for (const { speaker, text } of chapter.turns) {
      if (before !== null) wait(before === speaker ? pauses.sameVoice : pauses.otherVoice)
      const start = now()
      add(speak(text, speaker, work))
      turns.push([start, now()])
      before = speaker
    }
  }
  wait(pauses.atEnd)
  const samples = join(parts)
  return { samples, turns, chapters }
}

function round(seconds: number): number {
  return Math.round(seconds * 100) / 100
}
