import fc from 'fast-check'
import { expect, test } from 'vitest'
import { IdIndex } from './id-index'
import { sessionsIn, splitSessions } from './session-batch'

const ids = fc.uniqueArray(fc.oneof(fc.uuid(), fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 1, maxLength: 4 })), {
  maxLength: 60,
})

test('an id is found wherever it stands, and no other', () => {
  fc.assert(
    fc.property(ids, fc.array(fc.uuid()), fc.string({ unit: fc.constantFrom('x', ',', 'é') }), (known, others, before) => {
      const index = new IdIndex(known)
      const find = (id: string) => {
        const start = Buffer.byteLength(before)
        return index.find(Buffer.from(`${before}${id},rest`), start, start + id.length)
      }
      expect(known.map(find)).toEqual(known.map((_, number) => number))
      for (const other of others) expect(find(other)).toBe(known.indexOf(other))
      expect(find('')).toBe(-1)
    }),
  )
})

test('lines are split into sessions, without those of other groups', () => {
  const row = fc.record({
    session: fc.uuid(),
    date: fc.constantFrom('2024-03-05', '2026-12-31'),
    group: fc.nat(4),
    rest: fc.constantFrom('8,8,7,0,1,,,,,,2024-03-06,1', '12,0,,,,1,2,3,4,5,2024-03-06,12', ''),
  })
  fc.assert(
    fc.property(fc.array(row, { maxLength: 40 }), (rows) => {
      const names = ['one', 'two', 'three', 'four', 'five']
      const groups = names.slice(0, 3).map((name, number) => ({ number, cells: [name] }))
      const lines = rows.map(({ session, date, group, rest }) => `${session},${date},${names[group]},${rest}\n`)
      const batch = splitSessions(Buffer.from(lines.join('')), { groups, index: new IdIndex(names.slice(0, 3)) })
      const expected = rows.filter(({ group }) => group < 3).map((each) => ({ ...each, group: groups[each.group] }))
      expect(sessionsIn(batch)).toEqual(expected)
      expect(batch.groups).toHaveLength(expected.length)
    }),
  )
})
