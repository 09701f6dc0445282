import { expect, test } from 'vitest'
import { onceForGroup, onceForText } from './once-for-group'

const groupOf = (number: number) => ({ number, cells: [] })

test('what is worked out of groups that meet in the same months is worked out once', () => {
  let count = 0
  const once = onceForGroup(({ number }) => `${number}, the ${(count += 1)}th`)
  const groups = Array.from({ length: 11_000 }, (_, number) => groupOf(number))
  for (let turn = 0; turn < 5; turn += 1) for (const group of groups) expect(once(group)).toBe(`${group.number}, the ${group.number + 1}th`)
  expect(count).toBe(11_000)
})

test('of groups that are long over nothing is kept, and it is still right when one comes back', () => {
  let count = 0
  const once = onceForGroup(({ number }) => {
    count += 1
    return { number }
  })
  const first = groupOf(0)
  const kept = once(first)
  for (let number = 1; number < 50_000; number += 1) expect(once(groupOf(number))).toEqual({ number })
  expect(count).toBe(50_000)
  expect(once(first)).toEqual(kept)
  expect(once(first)).not.toBe(kept)
  expect(count).toBe(50_001)
})

test('what is worked out of a text is worked out once', () => {
  const seen: string[] = []
  const once = onceForText((text) => seen.push(text))
  expect(['a', 'b', 'a', 'a'].map(once)).toEqual([1, 2, 1, 1])
  expect(seen).toEqual(['a', 'b'])
})
