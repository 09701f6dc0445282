import { afterEach, describe, expect, it } from 'vitest'
import type { Language } from '~/i18n/languages'
import type { FileRole, Item, Recording } from './types'
import { goesWith, itemWith, layOverFiles, missingWith, type FilePlace, type UploadedFile } from './uploads'

const built: Recording = { seconds: 60, turns: [], stale: false, voices: 'synthetic' }
const item = { id: 'talk', files: [], recordings: {} } as unknown as Item

function uploaded(role: FileRole, day: number): UploadedFile {
  const name = `nl.${role}.${day}`
  const place = { item: 'talk', language: 'nl', role, name, contentType: '', bytes: 1 } as const
  return { ...place, seconds: 60, voices: 'person', storageKey: name, publishedAt: new Date(Date.UTC(2026, 10, day)) }
}

const names = (...uploads: UploadedFile[]) => itemWith(item, uploads).files.map(({ name }) => name)

describe('files that were uploaded', () => {
  it('stand side by side when what goes with a recording came after it', () => {
    expect(names(uploaded('audio', 1), uploaded('audio-small', 2), uploaded('captions', 3))).toEqual([
      'nl.audio.1',
      'nl.audio-small.2',
      'nl.captions.3',
    ])
  })

  it('give way to a newer recording where they go with the one before', () => {
    expect(names(uploaded('audio', 4), uploaded('audio-small', 2), uploaded('captions', 3), uploaded('sheet', 1))).toEqual([
      'nl.audio.4',
      'nl.sheet.1',
    ])
  })

  it('give way too where they are the words of another language beside it', () => {
    const turkish: UploadedFile = { ...uploaded('captions', 2), language: 'tr', name: 'tr.captions.2' }
    expect(names(uploaded('audio', 1), turkish)).toContain('tr.captions.2')
    expect(names(uploaded('audio', 3), turkish)).not.toContain('tr.captions.2')
    // What is heard in Turkish has captions of its own, and the Dutch recording is nothing to them.
    const heard: UploadedFile = { ...uploaded('audio', 1), language: 'tr', name: 'tr.audio.1' }
    expect(names(uploaded('audio', 3), turkish, heard)).toContain('tr.captions.2')
  })

  it('say whose voices are heard, as the editor said', () => {
    const voices = (...all: UploadedFile[]) => itemWith({ ...item, recordings: { nl: built } }, all).recordings.nl?.voices
    expect(voices()).toBe('synthetic')
    expect(voices(uploaded('audio', 1))).toBe('person')
    expect(voices({ ...uploaded('audio', 1), voices: 'synthetic' })).toBe('synthetic')
    expect(voices({ ...uploaded('audio', 1), voices: null })).toBeNull()
    expect(voices(uploaded('sheet', 1))).toBe('synthetic')
  })
})

describe('what goes with a recording', () => {
  const file = (language: Language, role: FileRole) => ({ language, role, name: `nl.${language}.${role}`, contentType: '', bytes: 1 })
  const recorded: Item = {
    ...item,
    recordings: { nl: built },
    files: [
      ...[file('nl', 'audio'), file('nl', 'audio-small'), file('nl', 'sheet')],
      ...(['nl', 'ar'] as const).flatMap((each) => [
        { ...file(each, 'captions'), spoken: 'nl' as const },
        { ...file(each, 'chapters'), spoken: 'nl' as const },
      ]),
    ],
  }
  const inWords = (places: FilePlace[]) => places.map(({ language, role }) => `${language} ${role}`).sort()
  const all = ['ar captions', 'ar chapters', 'nl audio-small', 'nl captions', 'nl chapters']
  afterEach(() => layOverFiles([]))

  it('is said before another recording comes', () => {
    expect(inWords(goesWith(recorded, { language: 'nl', role: 'audio' }))).toEqual(all)
    expect(goesWith(recorded, { language: 'tr', role: 'audio' })).toEqual([])
    expect(goesWith(recorded, { language: 'nl', role: 'captions' })).toEqual([])
  })

  it('is said to be missing after it came, until it is there again', () => {
    expect(missingWith(recorded, { language: 'nl', role: 'audio' })).toEqual([])
    layOverFiles([uploaded('audio', 1)])
    expect(inWords(missingWith(recorded, { language: 'nl', role: 'audio' }))).toEqual(all)
    expect(goesWith(recorded, { language: 'nl', role: 'audio' })).toEqual([])
    layOverFiles([uploaded('audio', 1), uploaded('captions', 2), { ...uploaded('chapters', 2), language: 'ar', name: 'ar.chapters' }])
    expect(inWords(missingWith(recorded, { language: 'nl', role: 'audio' }))).toEqual(['ar captions', 'nl audio-small', 'nl chapters'])
    expect(inWords(goesWith(recorded, { language: 'nl', role: 'audio' }))).toEqual(['ar chapters', 'nl captions'])
  })
})
