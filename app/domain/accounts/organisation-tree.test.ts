import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { treeOf, type Tree, type TreeRow } from './organisation-tree'

const row = (id: string, parentId: string | null = null): TreeRow => ({ id, parentId })
const shape = (trees: Tree<TreeRow>[]): unknown[] => trees.map((tree) => [tree.id, shape(tree.children)])
const idsOf = (trees: Tree<TreeRow>[]): string[] => trees.flatMap((tree) => [tree.id, ...idsOf(tree.children)])

describe('treeOf', () => {
  it('hangs rows under their parents and keeps their order', () => {
    const rows = [row('a'), row('b', 'c'), row('c'), row('d', 'b'), row('e', 'c')]
    expect(shape(treeOf(rows))).toEqual([
      ['a', []],
      [
        'c',
        [
          ['b', [['d', []]]],
          ['e', []],
        ],
      ],
    ])
  })

  it('puts a row whose parent is not in the list at the top', () => {
    expect(shape(treeOf([row('a', 'gone')]))).toEqual([['a', []]])
  })

  it('breaks a ring instead of losing it', () => {
    expect(shape(treeOf([row('a', 'b'), row('b', 'a')]))).toEqual([['a', [['b', []]]]])
    expect(shape(treeOf([row('a', 'a')]))).toEqual([['a', []]])
  })

  it('shows every row exactly once, whatever the data', () => {
    const id = fc.integer({ min: 0, max: 12 }).map(String)
    const rows = fc.uniqueArray(fc.record({ id, parentId: fc.option(id) }), { selector: (each) => each.id })
    fc.assert(
      fc.property(rows, (given) => {
        expect(idsOf(treeOf(given)).sort()).toEqual(given.map((each) => each.id).sort())
      }),
    )
  })
})
