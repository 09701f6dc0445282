import type { Quality } from './aggregate-sessions'
import type { Basis } from './exact-figures'
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
  let groupsWithout = 0
  dataset.groups.forEach((group) => {
    if (group.count === 0 && !group.closed && wanted(group)) groupsWithout += 1
  })
  return { ...quality, notRegistered, groupsWithout }
}
