import { beforeEach, describe, expect, it } from 'vitest'
import { layOverCatalogue, type LaidOver } from './overlay'
import { compileFiles, dutchText, translatedText } from './testing'
import type { Catalogue } from './catalogue'
import type { Text } from './types'
import { countStates, findVersions, unitRows } from './unit-state'

const itemYaml = `id: tea
kind: episode
programme: opvoeding
audience: [parents]
subjects: [family]
minutes: 2
chapters: [start]
published: '2026-11-22'
`
const script = '---\nspeakers:\n  A: Ria\n---\n\n## Begin\n\nA: Hallo.\n'
const files = {
  'demo/first/en.md': translatedText('First.\n'),
  '../library/tea/item.yaml': itemYaml,
  '../library/tea/nl.md': dutchText('Thee.\n'),
  '../library/tea/script/nl.md': script,
}

let catalogue: Catalogue
beforeEach(() => {
  ;({ catalogue } = compileFiles(files))
})

const text = (title: string): Text => ({
  ...catalogue.courses[0]!.modules[0]!.lessons[0]!.texts.en!,
  title,
  stale: false,
  state: 'reviewed',
})
const laid = (unit: string, more: Partial<LaidOver> = {}): LaidOver => ({
  unit,
  language: 'en',
  text: text('New'),
  modules: null,
  script: null,
  ...more,
})

describe('a catalogue with other texts laid over it', () => {
  it('has these texts, and everything else as it was', () => {
    const over = layOverCatalogue(catalogue, [laid('demo/first'), laid('demo/about', { modules: { start: 'Begin' } }), laid('library/tea')])
    const [course] = over.courses
    expect(course!.modules[0]!.lessons[0]!.texts).toMatchObject({ nl: { title: 'Een les' }, en: { title: 'New' } })
    expect(course!.modules[0]!.lessons[1]).toBe(catalogue.courses[0]!.modules[0]!.lessons[1])
    expect(course!.about.en).toMatchObject({ title: 'New', modules: { start: 'Begin' } })
    expect(over.library[0]!.texts.en?.title).toBe('New')
    expect(over.library[0]!.scripts).toEqual(catalogue.library[0]!.scripts)
    expect(catalogue.courses[0]!.modules[0]!.lessons[0]!.texts.en?.title).toBe('A lesson')
    expect(layOverCatalogue(catalogue, [])).toBe(catalogue)
  })

  it('says that a recording is of what the script was before', () => {
    const dutch = catalogue.library[0]!.scripts.nl!
    const recorded = {
      ...catalogue,
      library: [
        {
          ...catalogue.library[0]!,
          scripts: { nl: dutch, en: dutch },
          recordings: { en: { seconds: 1, turns: [], stale: false, voices: null } },
        },
      ],
    }
    const other = laid('library/tea.script', { text: null, script: { ...dutch, contentHash: 'other' } })
    expect(layOverCatalogue(recorded, [other]).library[0]!.recordings.en?.stale).toBe(true)
    const same = laid('library/tea.script', { text: null, script: dutch })
    expect(layOverCatalogue(recorded, [same]).library[0]!.recordings.en?.stale).toBe(false)
  })
})

describe('unitRows', () => {
  it('says of every text, script and recording how it is in each language', () => {
    const rows = unitRows(layOverCatalogue(catalogue, [laid('demo/second')]))
    expect(rows.map(({ id, kind, states }) => [id, kind, states.nl, states.en, states.ar])).toEqual([
      ['demo/about', 'text', 'source', 'missing', 'missing'],
      ['demo/first', 'text', 'source', 'stale', 'missing'],
      ['demo/second', 'text', 'source', 'reviewed', 'missing'],
      ['library/tea', 'text', 'source', 'missing', 'missing'],
      ['library/tea.script', 'script', 'source', 'missing', 'missing'],
      ['library/tea.audio', 'audio', 'missing', 'missing', 'missing'],
    ])
    const [nl, en] = countStates(rows)
    expect(nl).toMatchObject({ language: 'nl', total: 6, missing: 1, stale: 0, draft: 0 })
    expect(en).toMatchObject({ language: 'en', total: 6, missing: 4, stale: 1, draft: 0, reviewed: 1, words: 2 })
  })

  it('finds the versions of a text by its id', () => {
    expect(findVersions(catalogue, 'demo/first', 'en')).toMatchObject({ dutch: { state: 'source' }, own: { source: '0123456789ab' } })
    expect(findVersions(catalogue, 'demo/about', 'en')).toMatchObject({ own: null })
    expect(findVersions(catalogue, 'library/tea.script', 'en')).toMatchObject({ dutch: { state: 'source' }, own: null })
    expect(findVersions(catalogue, 'demo/third', 'en')).toBeNull()
    expect(findVersions(catalogue, 'none/first', 'en')).toBeNull()
  })
})
