import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { compileContent } from '../compile'
import { formatProblem } from '../problems'
import { projectFolder } from '../testing'
import { hashScript } from './script'

const itemYaml = `id: talk
kind: episode
programme: opvoeding
audience: [parents]
subjects: [family]
minutes: 8
related: [course/demo/first]
chapters: [welcome, ending]
published: 2026-11-22
`
const text = '---\ntitle: Gesprek\nsummary: Waarover.\n---\n\nLees ook [de les](course:demo/first) en [dit](library:talk).\n'
const script = `---
speakers:
  A: Gastheer
  B: Gast
---

## Welkom

A: Fijn dat je luistert.

B: Dank je. Ik vertel
over twee regels.

## Slot

A: Tot ziens.
`

type Files = Record<string, string | null>

function compile(files: Files = {}) {
  const root = projectFolder()
  const all: Files = { 'item.yaml': itemYaml, 'nl.md': text, 'script/nl.md': script, ...files }
  for (const [name, content] of Object.entries(all)) {
    if (content === null) continue
    const file = path.join(root, 'content/library/talk', name)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, content)
  }
  const { catalogue, problems, media } = compileContent(root)
  const said = problems.filter(({ file }) => file.startsWith('content/library')).map(formatProblem)
  return { item: catalogue.library[0]!, said, media }
}

describe('an item of the library', () => {
  it('is compiled with its text and what is said in it', () => {
    const { item, said } = compile()
    expect(said).toEqual([])
    expect(item.texts.nl?.title).toBe('Gesprek')
    expect(item.scripts.nl?.chapters).toEqual([
      {
        id: 'welcome',
        title: 'Welkom',
        turns: [
          { speaker: 'A', text: 'Fijn dat je luistert.' },
          { speaker: 'B', text: 'Dank je. Ik vertel over twee regels.' },
        ],
      },
      { id: 'ending', title: 'Slot', turns: [{ speaker: 'A', text: 'Tot ziens.' }] },
    ])
  })

  it('leads to items and lessons that are there, and to no others', () => {
    const dead = text.replace('library:talk', 'library:nowhere')
    expect(compile({ 'nl.md': dead }).said).toEqual(['content/library/talk/nl.md:6: dead link: the library has no item `nowhere`'])
    const unrelated = itemYaml.replace('course/demo/first', 'course/demo/nowhere')
    expect(compile({ 'item.yaml': unrelated }).said).toEqual([
      'content/library/talk/item.yaml:1: `related`: there is no `course/demo/nowhere`',
    ])
  })

  it('says which file or folder does not belong there', () => {
    expect(compile({ 'notes.txt': 'x', 'old/nl.md': text }).said).toEqual([
      'content/library/talk/notes.txt:1: unknown file: here stand item.yaml and texts by language',
      'content/library/talk/old:1: unknown folder: here stand script, recording, scenes',
    ])
  })
})

describe('a script', () => {
  it('has the chapters that item.yaml names, and turns with known voices', () => {
    const wrong = script.replace('B: Dank je', 'C: Dank je').replace('## Slot\n\nA: Tot ziens.\n', '')
    expect(compile({ 'script/nl.md': wrong }).said).toEqual([
      'content/library/talk/script/nl.md:1: item.yaml names 2 chapters, here are 1',
      'content/library/talk/script/nl.md:11: `speakers` does not name `C`',
    ])
  })

  it('is the same turn for turn in every language', () => {
    const english = script
      .replace('A: Tot ziens.', 'B: Goodbye.')
      .replace('speakers:', `source: ${hashScript(script)}\nstate: draft\nspeakers:`)
    expect(compile({ 'script/en.md': english }).said).toEqual([
      'content/library/talk/script/en.md:1: differs from the source: “Slot” is B, nl.md has A',
    ])
  })

  it('is stale in another language when the Dutch has changed', () => {
    const english = script.replace('speakers:', `source: ${hashScript(script)}\nspeakers:`)
    expect(compile({ 'script/en.md': english }).item.scripts.en?.stale).toBe(false)
    const changed = script.replace('Tot ziens.', 'Tot de volgende keer.')
    expect(compile({ 'script/en.md': english, 'script/nl.md': changed }).item.scripts.en?.stale).toBe(true)
  })
})

describe('a recording', () => {
  const times = (over: object = {}) =>
    JSON.stringify({ script: hashScript(script), seconds: 10, loudness: { integrated: -18, peak: -2 }, turns: [[1, 2], [3, 5], [6, 9]], ...over }) // prettier-ignore

  it('is handed out under a name that changes with its content', () => {
    const { item, said, media } = compile({ 'recording/nl.json': times(), 'recording/nl.mp3': 'sound', 'recording/nl.small.mp3': 'less' })
    expect(said).toEqual([])
    expect(item.recordings.nl).toEqual({
      seconds: 10,
      voices: 'synthetic',
      stale: false,
      turns: [
        { start: 1, end: 2 },
        { start: 3, end: 5 },
        { start: 6, end: 9 },
      ],
    })
    expect(item.files.map(({ role, name }) => [role, name.replace(/[0-9a-f]{8}/, '#')])).toEqual([
      ['audio', 'nl.#.mp3'],
      ['audio-small', 'nl.small.#.mp3'],
      ['captions', 'nl.nl.captions.#.vtt'],
      ['chapters', 'nl.nl.chapters.#.vtt'],
    ])
    expect(media.map(({ name }) => name)).toEqual(item.files.map(({ name }) => name))
  })

  it('is stale when the script has changed since', () => {
    const { item, said } = compile({ 'recording/nl.json': times(), 'script/nl.md': script.replace('Tot ziens', 'Dag') })
    expect(item.recordings.nl?.stale).toBe(true)
    expect(said).toEqual(['content/library/talk/recording/nl.json:1: notice: stale: the script has changed since this was recorded'])
  })

  it.each([
    ['too few turns', { turns: [[1, 2]] }, /has 3 turns, here are the times of 1/],
    ['turns that overlap', { turns: [[1, 4], [3, 5], [6, 9]] }, /overlap or run on/], // prettier-ignore
    ['turns after the end', { turns: [[1, 2], [3, 5], [6, 19]] }, /overlap or run on/], // prettier-ignore
    ['a clipped sound', { loudness: { integrated: -18, peak: 0.5 } }, /not the times of a recording/],
    ['a sound louder than others', { loudness: { integrated: -12, peak: -2 } }, /not the times of a recording/],
  ])('is refused with %s', (_name, over, message) => {
    expect(compile({ 'recording/nl.json': times(over) }).said.join('\n')).toMatch(message)
  })
})
