import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { Resvg } from '@resvg/resvg-js'
import { drawScene, sceneSeconds } from './scenes'
import { runFfmpeg } from './speech'

const framesASecond = 12
const font = createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf')

export interface FilmParts {
  /** The sound, already evened out. */
  wave: string
  /** Ids of the chapters and the second on which each begins. */
  chapters: { id: string; start: number }[]
  seconds: number
  to: string
  size: 'full' | 'small'
  /** A folder to work in. */
  work: string
}

/** Draws one moment of a scene as PNG. */
export function drawFrame(chapter: string, seconds: number, width: number): Buffer {
  const options = {
    fitTo: { mode: 'width' as const, value: width },
    font: { fontFiles: [font], loadSystemFonts: false, defaultFontFamily: 'Noto Sans' },
  }
  return new Resvg(drawScene(chapter, seconds), options).render().asPng()
}

/** Makes an MP4 of drawn scenes with sound: 854 pixels wide, or 426 for who has little data. */
export function encodeFilm({ wave, chapters, seconds, to, size, work }: FilmParts): void {
  const width = size === 'full' ? 854 : 426
  const list: string[] = []
  for (const [index, { id, start }] of chapters.entries()) {
    const end = chapters[index + 1]?.start ?? seconds
    for (let frame = 0; frame <= sceneSeconds * framesASecond; frame++) {
      const isLast = frame === sceneSeconds * framesASecond
      const file = path.join(work, `${size}-${id}-${frame}.png`)
      writeFileSync(file, drawFrame(id, frame / framesASecond, width))
      const length = isLast ? end - start - sceneSeconds : 1 / framesASecond
      list.push(`file '${file}'`, `duration ${length.toFixed(3)}`)
    }
  }
  // The demuxer forgets the length of the last file unless it is named once more.
  list.push(list.at(-2)!)
  const frames = path.join(work, `${size}.txt`)
  writeFileSync(frames, `${list.join('\n')}\n`)
  const height = 2 * Math.round((width * 9) / 32)
  const picture = [
    '-vf',
    `scale=${width}:${height},format=yuv420p`,
    '-r',
    String(framesASecond),
    '-c:v',
    'libx264',
    '-preset',
    'slow',
    '-tune',
    'animation',
  ]
  const quality =
    size === 'full' ? ['-crf', '26', '-c:a', 'aac', '-b:a', '48k'] : ['-crf', '30', '-c:a', 'aac', '-b:a', '24k', '-ar', '16000']
  // A key frame every ten seconds, so that jumping to a chapter is quick; the index in front, so that playing begins at once.
  const shape = ['-g', String(10 * framesASecond), '-movflags', '+faststart', '-map_metadata', '-1', '-bitexact', '-t', seconds.toFixed(2)]
  runFfmpeg(['-y', '-f', 'concat', '-safe', '0', '-i', frames, '-i', wave, ...picture, ...quality, '-ac', '1', ...shape, to])
}
