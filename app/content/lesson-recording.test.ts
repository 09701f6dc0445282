import { describe, expect, it } from 'vitest'
import { hashText } from './hash'
import { formatProblem } from './problems'
import { compileFiles, dutchText } from './testing'

// The first lesson of the demo course, as testing.ts has it.
const hash = hashText({ title: 'Een les', summary: 'Waarover.', body: 'Eerste.\n' })
const loudness = { integrated: -18, peak: -2 }

function compile(json: object | string, files: Record<string, string> = {}) {
  const { catalogue, problems, assets } = compileFiles({
    'demo/first/recording/nl.mp3': 'sound',
    'demo/first/recording/nl.json': typeof json === 'string' ? json : JSON.stringify(json),
    ...files,
  })
  const lesson = catalogue.courses[0]!.modules[0]!.lessons[0]!
  return { lesson, assets, said: problems.filter(({ file }) => file.includes('recording')).map(formatProblem) }
}

describe('a lesson that is read aloud', () => {
  it('has a recording under a name that changes with its sound', () => {
    const { lesson, assets, said } = compile({ text: hash, seconds: 90, loudness })
    expect(said).toEqual([])
    expect(lesson.recordings.nl).toEqual({ address: assets[0]!.address, bytes: 5, seconds: 90, stale: false })
    expect(assets[0]!.address).toMatch(/^\/content\/demo\/first\/nl\.[0-9a-f]{8}\.mp3$/)
  })

  it('has a stale one once the text has changed', () => {
    const { lesson, said } = compile({ text: hash, seconds: 90, loudness }, { 'demo/first/nl.md': dutchText('Anders.\n') })
    expect(lesson.recordings.nl?.stale).toBe(true)
    expect(said).toEqual(['content/courses/demo/first/recording/nl.json:1: notice: stale: the text has changed since this was recorded'])
  })

  it.each([
    ['is no JSON', 'seconds: 90'],
    ['is clipped', { text: hash, seconds: 90, loudness: { integrated: -18, peak: 0 } }],
    ['has no length', { text: hash, seconds: 0, loudness }],
  ])('is refused when it %s', (_name, json) => {
    const { lesson, said } = compile(json)
    expect(lesson.recordings).toEqual({})
    expect(said).toEqual(['content/courses/demo/first/recording/nl.json:1: not what `npm run content:record` writes'])
  })

  it('says which file does not belong there, and which is missing', () => {
    expect(
      compile({ text: hash, seconds: 90, loudness }, { 'demo/first/recording/nl.wav': 'x', 'demo/first/recording/en.mp3': 'x' }).said,
    ).toEqual([
      'content/courses/demo/first/recording/en.mp3:1: a recording is <lang>.mp3 and <lang>.json: one is missing',
      'content/courses/demo/first/recording/nl.wav:1: unknown file: a recording is <lang>.mp3 and <lang>.json',
    ])
  })
})
