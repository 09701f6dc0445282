import { expect, it } from 'vitest'
import { figureNames, figuresIn } from './figures'

it('figuresIn reads what a revision holds; a figure that was not counted then is nought', () => {
  const figures = figuresIn({ members: 12, sessionsHeld: 30, somethingElse: 4 })
  expect(Object.keys(figures!)).toEqual([...figureNames])
  expect(figures).toMatchObject({ members: 12, sessionsHeld: 30, visits: 0 })
  for (const nothing of [null, undefined, 'x', 3]) expect(figuresIn(nothing)).toBeNull()
})
