import { describe, expect, it } from 'vitest'
import type { FileRole, Item } from './types'
import { itemWith, type UploadedFile } from './uploads'

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
})
