import { monthOf, monthsOfDays } from './periods'
import { dayNumber, tallyWidth } from '~/domain/groups/tally'
import { countActive, countEnrolled, countTrained, type Counted } from './aggregate-trainers'
import { splits } from './dimensions'
import type { Dataset } from './facts/dataset'
import { Published, type People } from './publication'
import { answersReader, cohortReader } from './selection'

/** Everything about people that is published of a data set. */
export interface PublishedAll {
  sessions: Published
  'trainers-enrolled': Published
  'trainers-trained': Published
  'trainers-active': Published
  evaluations: Published
  /** Views by visitors who said where they work. */
  'library-views': Published
}

const kept = new WeakMap<Dataset, Promise<PublishedAll>>()

/**
 * Decides what is published of the data set of an edition; remembered as long as that is.
 * @param today as of the moment of the edition, YYYY-MM-DD
 */
export function publish(dataset: Dataset, today: string): Promise<PublishedAll> {
  const known = kept.get(dataset)
  if (known) return known
  const publishing = decideAll(dataset, today)
  kept.set(dataset, publishing)
  publishing.catch(() => kept.delete(dataset))
  return publishing
}

async function decideAll(dataset: Dataset, today: string): Promise<PublishedAll> {
  const background = splits.background.length
  return {
    sessions: await inTurns(Published.of(peopleInSessions(dataset), splits.sex.length)),
    'trainers-enrolled': await inTurns(Published.of(trainers(dataset, countEnrolled(dataset, today)), background)),
    'trainers-trained': await inTurns(Published.of(trainers(dataset, countTrained(dataset)), background)),
    'trainers-active': await inTurns(Published.of(trainers(dataset, countActive(dataset)), background)),
    evaluations: await inTurns(Published.of(answers(dataset), 1)),
    'library-views': await inTurns(Published.of(visitors(dataset), 1)),
  }
}

/** A large country takes seconds: others have their turn in between. */
const turnLength = 10

async function inTurns<T>(steps: Generator<void, T>): Promise<T> {
  for (;;) {
    const begin = performance.now()
    do {
      const step = steps.next()
      if (step.done) return step.value
    } while (performance.now() - begin < turnLength)
    await new Promise(setImmediate)
  }
}

const firstDay = dayNumber('2015-01-01')
const lastDay = dayNumber('2099-12-31')
let months: Int32Array | undefined

function peopleInSessions({ groups, sessions: { values } }: Dataset): People[] {
  months ??= monthsOfDays(firstDay, lastDay)
  const found = new Map<string, People>()
  for (const { start, count, ...group } of groups.values()) {
    const { programme, municipality, organisation, language, kind, audience } = group
    const where = `${programme} ${municipality} ${organisation} ${language} ${kind} ${audience}`
    let people: People | undefined
    for (let at = start; at < start + count * tallyWidth; at += tallyWidth) {
      const month = months[values[at]! - firstDay]!
      if (people?.month !== month) {
        const key = `${month} ${where}`
        people = found.get(key)
        if (!people) {
          people = { month, programme, municipality, organisation, language, kind, audience, counts: [0, 0, 0], part: 0, partIsAll: true }
          found.set(key, people)
        }
      }
      people.counts[0]! += values[at + 3]!
      people.counts[1]! += values[at + 4]!
      people.counts[2]! += values[at + 5]!
      people.part! += values[at + 2]!
      // Everybody can know of a first session that all were there for the first time.
      if (at > start) people.partIsAll = false
    }
  }
  // Where nobody came there is nobody to protect.
  return [...found.values()].filter(({ counts }) => counts.some((count) => count > 0))
}

function trainers(dataset: Dataset, counted: Counted[]): People[] {
  const reader = cohortReader(dataset)
  return counted.map((each): People => {
    const { cohort, day, background } = each
    // A certificate from before backgrounds were kept counts in the total alone: as the last of them, which nobody can tell apart.
    const index = splits.background.indexOf(background as never)
    const counts = splits.background.map((_, at) => (at === (index < 0 ? splits.background.length - 1 : index) ? 1 : 0))
    const { organisation, language, programme } = cohort
    return {
      ...{ month: monthOf(day), programme: programme ?? '', municipality: reader.municipality!(each), organisation, language },
      ...{ kind: '', audience: '', counts },
    }
  })
}

function answers(dataset: Dataset): People[] {
  const reader = answersReader(dataset)
  return dataset.answers.map((each): People => ({
    month: monthOf(each.day),
    programme: reader.programme!(each) ?? '',
    municipality: reader.municipality!(each),
    organisation: reader.organisation!(each) ?? '',
    language: reader.language!(each) ?? '',
    kind: reader.kind!(each) ?? '',
    audience: reader.audience!(each) ?? '',
    counts: [each.forms],
  }))
}

/** Each view by somebody who said where she works, as if each were somebody else's. Only places are published of them. */
function visitors({ reach }: Dataset): People[] {
  const found = new Map<string, People>()
  for (const { day, programme, kind, municipality, count } of reach) {
    if (kind !== 'view' || municipality === '') continue
    const key = `${monthOf(day)} ${programme} ${municipality}`
    const known = found.get(key)
    if (known) known.counts[0]! += count
    else {
      found.set(key, {
        ...{ month: monthOf(day), programme: programme ?? '', municipality, organisation: '', language: '', kind: '', audience: '' },
        counts: [count],
      })
    }
  }
  return [...found.values()]
}
