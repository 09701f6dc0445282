import type { IdIndex } from './id-index'
import type { SessionGroup, SessionRow } from './session-columns'

/**
 * Sessions as they were read, all of them in one piece of bytes. A million go by: a string for every cell of them, or even for every
 * line, takes longer than all the rest of a file.
 */
export interface SessionBatch {
  /** Lines: id, date, groupId, then what `SessionRow` calls its rest, with commas between them. All of it is ASCII. */
  bytes: Buffer
  /** The group of each session. */
  groups: SessionGroup[]
  /** Four places in the bytes for each session: its id, the end of its date, the beginning and the end of its rest. */
  places: number[]
}

const comma = 44
const lineFeed = 10

/** Groups, and where each is in the list by its id. */
export interface GroupsById {
  groups: readonly SessionGroup[]
  index: IdIndex
}

/** Finds the sessions in lines that end with a line feed. Those of other groups are left out. */
export function splitSessions(bytes: Buffer, { groups, index }: GroupsById): SessionBatch {
  const batch: SessionBatch = { bytes, groups: [], places: [] }
  const { length } = bytes
  for (let start = 0; start < length;) {
    let at = start
    while (at < length && bytes[at] !== comma) at += 1
    at += 1
    while (at < length && bytes[at] !== comma) at += 1
    const endOfDate = at
    at += 1
    while (at < length && bytes[at] !== comma) at += 1
    const endOfGroup = at
    while (at < length && bytes[at] !== lineFeed) at += 1
    const group = groups[index.find(bytes, endOfDate + 1, endOfGroup)]
    if (group) {
      batch.groups.push(group)
      batch.places.push(start, endOfDate, endOfGroup + 1, at)
    }
    start = at + 1
  }
  return batch
}

/** The same sessions one by one, for whoever wants few of them or has to write each cell on its own. */
export function sessionsIn({ bytes, groups, places }: SessionBatch): SessionRow[] {
  return groups.map((group, index) => {
    const [start, endOfDate, rest, end] = places.slice(4 * index, 4 * index + 4)
    const [session = '', date = ''] = bytes.toString('latin1', start, endOfDate).split(',')
    return { session, date, group, rest: bytes.toString('latin1', rest, end) }
  })
}
