import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { WebVTTParser } from 'webvtt-parser'
import type { Chapter, Script, Span } from './types'
import { fits, splitTurn, writeCaptions, writeChapters, writeTracks } from './vtt'

/** What the parser of the W3C reads; it has to find nothing wrong. */
function parse(vtt: string, kind: 'chapters' | 'subtitles/captions/descriptions') {
  const { cues, errors } = new WebVTTParser().parse(vtt, kind)
  expect(errors).toEqual([])
  return cues
}

const captionsOf = (vtt: string) => parse(vtt, 'subtitles/captions/descriptions')

const speakers = { A: 'Gespreksleider', B: 'Hulp & <verlener>' }

const words = fc
  .array(
    fc.oneof(
      { weight: 8, arbitrary: fc.stringMatching(/^[a-zé]{1,14}[.,?!]?$/) },
      fc.constantFrom('سؤال؟', 'نعم.', 'ሰላም።', 'R&D', '-->', '<v', '&lt;', 'aansprakelijkheidswaardevaststellingsveranderingen'),
    ),
    { minLength: 1, maxLength: 60 },
  )
  .map((list) => list.join(' '))

/** Turns in chapters, and when each is heard: one after the other, at times without a pause, some very short. */
const talk = fc
  .array(fc.array(fc.record({ speaker: fc.constantFrom('A', 'B'), text: words }), { minLength: 1, maxLength: 4 }), {
    minLength: 1,
    maxLength: 4,
  })
  .chain((parts) => {
    const chapters: Chapter[] = parts.map((turns, index) => ({ id: `c${index}`, title: `Deel ${index} & <meer>`, turns }))
    const count = parts.flat().length
    return fc
      .array(fc.tuple(fc.integer({ min: 0, max: 2000 }), fc.integer({ min: 1, max: 40_000 })), { minLength: count, maxLength: count })
      .map((steps) => {
        let at = 0
        const spans = steps.map(([pause, length]): Span => {
          const start = at + pause
          at = start + length
          return { start: start / 1000, end: at / 1000 }
        })
        return { chapters, spans }
      })
  })

const decode = (text: string) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')

describe('splitTurn', () => {
  it('keeps every word, in lines of at most 42 signs and pieces of at most two lines', () => {
    fc.assert(
      fc.property(words, (text) => {
        const pieces = splitTurn(text)
        expect(pieces.flat().join(' ')).toBe(text)
        for (const lines of pieces) {
          expect(lines.length).toBeGreaterThan(0)
          expect(lines.length).toBeLessThanOrEqual(2)
          for (const line of lines) if (line.includes(' ')) expect(line.length).toBeLessThanOrEqual(42)
        }
      }),
    )
  })

  it('begins anew after a sentence that ends on the second line', () => {
    expect(
      splitTurn('Linde is negentien. Thomas, de zoon van de vriend, is drieëntwintig. De ring is gekocht, en hij ligt in een la.'),
    ).toEqual([['Linde is negentien. Thomas, de zoon van de', 'vriend, is drieëntwintig.'], ['De ring is gekocht, en hij ligt in een la.']])
  })
})

describe('writeCaptions', () => {
  it('is sound WebVTT that says everything, each turn within its own time', () => {
    fc.assert(
      fc.property(talk, ({ chapters, spans }) => {
        const cues = captionsOf(writeCaptions({ chapters, speakers }, spans))
        const turns = chapters.flatMap((chapter) => chapter.turns)
        for (const [index, { start, end }] of spans.entries()) {
          const own = cues.filter(({ startTime }) => startTime >= start - 1e-6 && startTime < end - 1e-6)
          expect(own.map(({ text }) => decode(text.replace(/^<v [^>]*>/, '').replaceAll('\n', ' '))).join(' ')).toBe(turns[index]!.text)
          expect(own[0]!.startTime).toBeCloseTo(start, 3)
          expect(own.at(-1)!.endTime).toBeCloseTo(end, 3)
          for (const [place, cue] of own.entries()) {
            expect(cue.endTime).toBeGreaterThan(cue.startTime)
            if (place > 0) expect(cue.startTime).toBeCloseTo(own[place - 1]!.endTime, 3)
          }
        }
      }),
    )
  })

  it('says who speaks', () => {
    const chapters = [{ id: 'a', title: 'Welkom', turns: [{ speaker: 'B', text: 'Dag.' }] }]
    expect(writeCaptions({ chapters, speakers }, [{ start: 0.5, end: 3661.25 }])).toBe(
      'WEBVTT\n\n00:00:00.500 --> 01:01:01.250\n<v Hulp &amp; &lt;verlener&gt;>Dag.\n',
    )
  })
})

describe('writeChapters', () => {
  it('is sound WebVTT with a cue for each chapter, without a gap', () => {
    fc.assert(
      fc.property(talk, ({ chapters, spans }) => {
        const cues = parse(writeChapters({ chapters }, spans), 'chapters')
        expect(cues.map(({ text }) => decode(text))).toEqual(chapters.map(({ title }) => title))
        for (const [index, cue] of cues.entries()) if (index > 0) expect(cue.startTime).toBeCloseTo(cues[index - 1]!.endTime, 3)
        expect(cues.at(-1)!.endTime).toBeCloseTo(spans.at(-1)!.end, 3)
      }),
    )
  })
})

describe('writeTracks', () => {
  const script = (turns: number): Script => ({
    speakers,
    chapters: [{ id: 'a', title: 'Welkom', turns: Array.from({ length: turns }, () => ({ speaker: 'A', text: 'Dag.' })) }],
    words: turns,
    contentHash: '',
    sourceHash: '',
    source: null,
    state: 'source',
    stale: false,
  })
  const recording = { seconds: 2, turns: [{ start: 0, end: 2 }], stale: false, voices: null }

  it('makes captions and chapters for each language with a script that fits the recording', () => {
    const { files, media } = writeTracks('demo', {
      scripts: { nl: script(1), ar: script(1), tr: script(2) },
      recordings: { nl: recording },
    })
    expect(files.map(({ spoken, language, role }) => [spoken, language, role])).toEqual([
      ['nl', 'nl', 'captions'],
      ['nl', 'nl', 'chapters'],
      ['nl', 'ar', 'captions'],
      ['nl', 'ar', 'chapters'],
    ])
    for (const { name } of files) expect(name).toMatch(/^nl\.(nl|ar)\.(captions|chapters)\.[0-9a-f]{8}\.vtt$/)
    expect(media.map(({ name }) => name)).toEqual(files.map(({ name }) => name))
    expect(fits(script(2), recording)).toBe(false)
  })

  it('makes nothing without a recording, and does not stumble over a chapter in which nothing is said', () => {
    expect(writeTracks('demo', { scripts: { nl: script(1) }, recordings: {} })).toEqual({ files: [], media: [] })
    const silent = { ...script(1), chapters: [...script(1).chapters, { id: 'b', title: 'Stil', turns: [] }] }
    expect(parse(writeChapters(silent, recording.turns), 'chapters')).toHaveLength(1)
  })
})
