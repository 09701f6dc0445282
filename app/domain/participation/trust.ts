import type { Quality } from './aggregate-sessions'
import { chooseGroups } from './choose-groups'
import type { Basis } from './exact-figures'
import type { Groups } from './facts/groups'
import type { Trust } from './report'
import { groupReader, selectorOf } from './selection'

/** What the quality of the data says about how far to trust the figures of a report. */
export function trustOf({ dataset, days, filter, scope }: Omit<Basis, 'cuts'>, quality: Quality): Trust {
  const wanted = selectorOf(groupReader, filter, scope)
  if (!wanted) return { ...quality, notRegistered: 0, groupsWithout: 0 }
  const notRegistered = dataset.planned.filter(({ group: id, date }) => {
    const group = dataset.groups.get(id)
    return group !== undefined && !group.closed && date >= days.from && date <= days.to && wanted(group)
  }).length
  return { ...quality, notRegistered, groupsWithout: countWithout(dataset.groups, filter, scope) }
}

/** Open groups in which no session was registered yet. */
function countWithout(groups: Groups, filter: Basis['filter'], scope: Basis['scope']): number {
  const choice = chooseGroups(groups, filter, scope)
  const { used, counts, open } = groups
  let found = 0
  for (let place = 0; place < used; place += 1) if (counts[place] === 0 && open[place] === 1 && choice?.wants(place)) found += 1
  return found
}
