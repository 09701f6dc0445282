import { LRUCache } from 'lru-cache'
import { getCatalogue } from '~/content/read'
import { tallyWidth } from '~/domain/groups/tally'
import { today } from '~/i18n/formats'
import type { BulkCell } from '~/platform/db/bulk-read.server'
import { Sessions, type Dataset } from './dataset'
import { Groups, type GroupFact, type SessionsOfGroup } from './groups'
import * as repository from './facts-repository.server'

// Whoever registers may take a minute until her transaction ends: what changed in the last two is read again.
const overlap = 2 * 60_000
/** After this long everything is read anew. */
const longestUse = 24 * 60 * 60_000

type Rows = AsyncIterable<BulkCell[][]>

async function each(rows: Rows, take: (row: BulkCell[]) => void): Promise<void> {
  for await (const portion of rows) for (const row of portion) take(row)
}

const text = (cell: BulkCell | undefined) => String(cell ?? '')
const textOrNull = (cell: BulkCell | undefined) => (cell === null || cell === undefined ? null : String(cell))

/** Words that come back in a hundred thousand rows are kept once. */
const words = new Map<string, string>()
function once(word: string): string {
  const known = words.get(word)
  if (known !== undefined) return known
  if (words.size < 10_000) words.set(word, word)
  return word
}

function groupOf(row: BulkCell[], place: SessionsOfGroup): GroupFact {
  const [id, organisation, programme, kind, municipality, languages, audience, closedOn, trainers] = row
  return {
    id: text(id),
    organisation: once(text(organisation)),
    programme: once(text(programme)),
    // The database writes living-room where the code says living_room.
    kind: once(text(kind).replaceAll('-', '_')),
    municipality: once(text(municipality)),
    language: once(text(languages).split(',').filter(Boolean).join('+')),
    audience: once(text(audience)),
    closed: textOrNull(closedOn) !== null,
    trainers: trainers === '[]' ? none : (JSON.parse(text(trainers)) as string[]),
    ...place,
  }
}
const none: readonly string[] = []

/** Cohorts, members, certificates and organisations: hundreds or thousands, read together. */
async function readPeople(moment: Date): Promise<Pick<Dataset, 'cohorts' | 'memberships' | 'certificates' | 'organisations'>> {
  const found = { cohorts: new Map(), memberships: new Map(), certificates: [], organisations: new Map() } as ReturnType<typeof emptyPeople>
  const programmeOf = new Map(getCatalogue().courses.map(({ id, programme }) => [id, programme]))
  await each(repository.readCohortsAsOf(moment), ([id, organisation, course, language, startsOn, endsOn, practiceEndsOn]) =>
    found.cohorts.set(text(id), {
      id: text(id),
      organisation: text(organisation),
      programme: programmeOf.get(text(course)) ?? null,
      language: text(language),
      startsOn: text(startsOn),
      endsOn: text(endsOn),
      practiceEndsOn: text(practiceEndsOn),
    }),
  )
  await each(repository.readMembershipsAsOf(moment), ([id, cohort, background]) =>
    found.memberships.set(text(id), { id: text(id), cohort: text(cohort), background: text(background) }),
  )
  await each(repository.readCertificatesAsOf(moment), ([cohort, background, issuedOn]) =>
    found.certificates.push({ cohort: text(cohort), background: textOrNull(background), issuedOn: text(issuedOn) }),
  )
  await each(repository.readOrganisationsAsOf(moment), ([id, name, municipality, parentId]) =>
    found.organisations.set(text(id), { name: text(name), municipality: textOrNull(municipality), parentId: textOrNull(parentId) }),
  )
  return found
}
const emptyPeople = (): Pick<Dataset, 'cohorts' | 'memberships' | 'certificates' | 'organisations'> => ({
  cohorts: new Map(),
  memberships: new Map(),
  certificates: [],
  organisations: new Map(),
})

/** What is counted by whole days: those that were over at a moment. */
async function readDays(moment: Date): Promise<Pick<Dataset, 'answers' | 'reach'>> {
  const found: Pick<Dataset, 'answers' | 'reach'> = { answers: [], reach: [] }
  const day = today(moment)
  await each(repository.readAnswersBefore(day), ([answeredOn, group, cohort, forms, scored, scores, sum]) =>
    found.answers.push({
      ...{ day: text(answeredOn), group: textOrNull(group), cohort: textOrNull(cohort) },
      ...{ forms: Number(forms), scored: Number(scored), scores: Number(scores), sum: Number(sum) },
    }),
  )
  const programmeOf = new Map(getCatalogue().library.map(({ id, programme }) => [id, programme]))
  await each(repository.readReachBefore(day), ([usedOn, item, kind, language, municipality, count]) => {
    if (Number(count) === 0) return
    const programme = programmeOf.get(text(item)) ?? null
    found.reach.push({
      ...{ day: text(usedOn), programme, kind: text(kind), language: text(language) },
      ...{ municipality: text(municipality), count: Number(count) },
    })
  })
  return found
}

async function readPlannedOf(rows: Rows): Promise<Dataset['planned']> {
  const planned: Dataset['planned'] = []
  await each(rows, ([group, date]) => planned.push({ group: text(group), date: text(date) }))
  return planned
}

/** Everything as it was at a past moment. What did not change since is taken from the present, and the rest read from the revisions. */
async function readAsOf(moment: Date): Promise<Dataset> {
  const { dataset: now } = await loadPresent()
  // First the present, then what changed since: what changes in between is among it.
  const [groups, sessions] = [now.groups.copy(), now.sessions.copy()]
  await each(repository.readChangedSince(moment), (row) => {
    const [id, tally] = [text(row[10]), text(row[9])]
    if (row[0] === null) groups.delete(id)
    else groups.set(groupOf(row, sessions.addTally(tally, false)))
  })
  const planned = await readPlannedOf(repository.readPlannedAsOf(moment, today(moment)))
  return { groups, sessions, ...(await readPeople(moment)), ...(await readDays(moment)), planned }
}

interface Present {
  dataset: Dataset
  /** Moves when something in it changes. */
  version: number
  readAt: Date
  /** When it was read as a whole. */
  builtAt: Date
  day: string
  mark: string
  /** When groups that changed lately did so, by id. */
  stamps: Map<string, string>
  wasted: number
}

let present: Present | null = null
let turn: Promise<unknown> = Promise.resolve()

/**
 * Everything as it is now. It stays in memory; a call reads what changed since the last one.
 * @returns the data, and a number that moves when they change
 */
export function loadPresent(): Promise<{ dataset: Dataset; version: number }> {
  const mine = turn.then(() => refresh().catch(beginAnew))
  turn = mine.catch(() => {})
  return mine
}

/** What was read halfway is not to be trusted. */
function beginAnew(error: unknown): never {
  present = null
  throw error
}

// A moment after which nothing is recorded: the present is what was not followed by anything.
const never = new Date('9999-01-01T00:00:00Z')

/** What changed is found by when it changed: a clock that was set back, or runs otherwise elsewhere, must not hide a change for ever. */
function isSpent({ wasted, dataset, builtAt, readAt }: Present, now: Date): boolean {
  // After many changes most of the list of sessions is waste.
  if (wasted > dataset.sessions.used / 2) return true
  return now < readAt || now.getTime() - builtAt.getTime() > longestUse
}

async function refresh(): Promise<{ dataset: Dataset; version: number }> {
  const readAt = new Date()
  if (present && isSpent(present, readAt)) present = null
  const before = present
  const state: Present = before ?? {
    dataset: { groups: new Groups(), sessions: new Sessions(), ...emptyPeople(), answers: [], reach: [], planned: [] },
    ...{ version: 0, readAt, builtAt: readAt, day: '', mark: '', stamps: new Map(), wasted: 0 },
  }
  const { dataset } = state
  const { changed: groupsChanged, stamps } = await readGroups(state, before ? new Date(before.readAt.getTime() - overlap) : null)
  let changed = groupsChanged
  // First the mark: what changes from here on has another one, and is read next time.
  const mark = await repository.readMark()
  if (mark !== state.mark) {
    Object.assign(dataset, await readPeople(never))
    changed = true
  }
  const day = today(readAt)
  // Counts of the last seconds of a day are written a few seconds later: just after midnight nothing is settled yet.
  const settled = today(new Date(readAt.getTime() - overlap)) === day
  if (day !== state.day) {
    Object.assign(dataset, await readDays(readAt))
    changed = true
  }
  dataset.planned = await readPlannedOf(repository.readPlanned(day))
  present = {
    ...{ dataset, stamps, mark, day: settled ? day : '', readAt, builtAt: state.builtAt },
    ...{ version: state.version + (changed ? 1 : 0), wasted: state.wasted },
  }
  return { dataset, version: present.version }
}

/** @returns whether any group changed, and the stamps of those that were read: only these can come again */
async function readGroups(state: Present, since: Date | null): Promise<{ changed: boolean; stamps: Present['stamps'] }> {
  const { dataset } = state
  const stamps: Present['stamps'] = new Map()
  let changed = false
  await each(since === null ? repository.readTalliedGroups() : repository.readChangedGroups(since), (row) => {
    const [id, withdrawn, tally, stamp] = [text(row[0]), Number(row[9]) === 1, text(row[10]), text(row[11])]
    stamps.set(id, stamp)
    if (state.stamps.get(id) === stamp) return
    changed = true
    const known = dataset.groups.get(id)
    if (known) state.wasted += known.count * tallyWidth
    if (withdrawn) dataset.groups.delete(id)
    else dataset.groups.set(groupOf(row, dataset.sessions.addTally(tally)))
  })
  return { changed, stamps }
}

// The past does not change, but it takes a while to read: the last ones asked for stay, since people look at them from several
// sides. One of them is the edition that everybody sees.
const past = new LRUCache<string, Promise<Dataset>>({ max: 2 })
let lastReading: Promise<unknown> = Promise.resolve()

/** Everything as it was at a past moment. */
export function loadAsOf(moment: Date): Promise<Dataset> {
  const key = moment.toISOString()
  const known = past.get(key)
  if (known) return known
  // One at a time: whoever asks for twenty moments at once gets them one after the other.
  const reading = lastReading.then(() => readAsOf(moment))
  lastReading = reading.catch(() => {})
  // What began less than two minutes ago may still be on its way. What could not be read is not remembered.
  if (Date.now() - moment.getTime() > overlap) {
    past.set(key, reading)
    reading.catch(() => past.delete(key))
  }
  return reading
}
