import type { Dimension } from './dimensions'
import { groupWords, type Coded, type GroupWord, type Groups } from './facts/groups'
import type { Filter } from './request'
import { provinceOf } from './selection'

/** Which groups are wanted, by their place. */
export class GroupChoice {
  private readonly tests: { codes: Uint32Array; wanted: Uint8Array }[] = []

  /** Wants only groups of which a list has a wanted number. @param wanted 1 or 0, by number */
  narrow(codes: Uint32Array, wanted: Iterable<number>): void {
    this.tests.push({ codes, wanted: Uint8Array.from(wanted) })
  }

  wants(place: number): boolean {
    const { tests } = this
    for (let index = 0; index < tests.length; index += 1) {
      const { codes, wanted } = tests[index]!
      if (wanted[codes[place]!] !== 1) return false
    }
    return true
  }
}

/** What a group can be split by. */
export type GroupDimension = GroupWord | 'province'

export function isOfGroups(dimension: Dimension): dimension is GroupDimension {
  return dimension === 'province' || (groupWords as readonly string[]).includes(dimension)
}

/** The words of groups in a dimension; null where they have none. */
export function wordsIn({ words }: Pick<Groups, 'words'>, dimension: GroupDimension): { codes: Coded['codes']; values: (string | null)[] } {
  if (dimension !== 'province') return words[dimension]
  return { codes: words.municipality.codes, values: words.municipality.values.map(provinceOf) }
}

/**
 * The groups that are within a filter and a scope.
 * @param scope ids of organisations; null: all of them
 * @param ledAlone only those that a member of a cohort leads
 * @returns null when the filter speaks of what groups do not have
 */
export function chooseGroups(
  groups: Groups,
  filter: Filter,
  scope: ReadonlySet<string> | null,
  { ledAlone = false }: { ledAlone?: boolean } = {},
): GroupChoice | null {
  const choice = new GroupChoice()
  for (const [name, wanted] of Object.entries(filter) as [Dimension, string | undefined][]) {
    if (!wanted) continue
    if (!isOfGroups(name)) return null
    const { codes, values } = wordsIn(groups, name)
    choice.narrow(
      codes,
      values.map((value) => (value === wanted ? 1 : 0)),
    )
  }
  if (scope) {
    const { codes, values } = groups.words.organisation
    choice.narrow(
      codes,
      values.map((value) => (scope.has(value) ? 1 : 0)),
    )
  }
  if (ledAlone) choice.narrow(groups.led, [0, 1])
  return choice
}
