import { describe, expect, it } from 'vitest'
import { languages, type Language } from '~/i18n/languages'
import type { UnitRow, UnitState } from './unit-state'
import { countWork, listWork, nextWork, writtenIn } from './work'

const row = (id: string, ar: UnitState, kind: UnitRow['kind'] = 'text'): UnitRow => ({
  ...{ id, kind, shelf: id.split('/')[0]!, titles: { nl: id } },
  states: Object.fromEntries(languages.map((each) => [each, each === 'ar' ? ar : 'reviewed'])) as Record<Language, UnitState>,
  words: Object.fromEntries(languages.map((each) => [each, 1])) as Record<Language, number>,
})

const rows = [
  row('a/one', 'draft'),
  row('a/two', 'stale'),
  row('a/three', 'reviewed'),
  row('b/one', 'draft'),
  row('b/one.audio', 'missing', 'audio'),
  row('b/two', 'missing'),
]

describe('the work on translations', () => {
  it('is counted without recordings, in as many languages as are asked for', () => {
    expect(countWork(writtenIn(rows), ['ar'])).toEqual({ toDo: 4, stale: 1, missing: 1, draft: 2, reviewed: 1 })
    expect(countWork(writtenIn(rows), ['ar', 'fa'])).toEqual({ toDo: 4, stale: 1, missing: 1, draft: 2, reviewed: 6 })
    expect(countWork(rows, ['ar'])).toMatchObject({ toDo: 5, missing: 2 })
    expect(listWork(rows, 'ar', 'draft').map(({ id }) => id)).toEqual(['a/one', 'b/one'])
    expect(listWork(rows, 'ar', 'missing').map(({ id }) => id)).toEqual(['b/two'])
  })

  it('goes on with the same sort of work, and then with another one', () => {
    const next = (after: string, done: 'stale' | 'missing' | 'draft', of = rows) => nextWork(of, 'ar', after, done)?.id ?? null
    expect(next('a/one', 'draft')).toBe('b/one')
    expect(next('b/one', 'draft')).toBe('a/one')
    expect(next('a/three', 'draft')).toBe('b/one')
    expect(next('a/two', 'stale')).toBe('b/two')
    expect(next('b/two', 'missing')).toBe('a/two')
    expect(next('none', 'draft')).toBe('a/one')
    expect(next('a/one', 'draft', [row('a/one', 'draft')])).toBeNull()
    expect(nextWork(rows, 'fa', 'a/one', 'draft')).toBeNull()
  })
})
