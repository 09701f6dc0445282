import { randomUUID } from 'node:crypto'
import { createGroupRow, inTransaction, type GroupFacts } from '~/domain/groups/groups-repository.server'
import { daysOf } from '~/domain/groups/plan-sessions.server'
import { createSessionRow, emptySession, sumUpGroup } from '~/domain/groups/sessions-repository.server'

// The groups of the demo data: as many as the programme's papers name, with invented places, days and counts.

interface GroupStory extends Partial<GroupFacts> {
  name: string
  organisationId: string
  municipality: string
  /** Days of the sessions, YYYY-MM-DD. */
  days: string[]
  startsAt?: string
  /** Who was there, session by session; the first number of each is how many, the second how many were new. */
  counts: [present: number, firstTime: number][]
  men?: number
  topics?: string[]
}

interface Organisations {
  /** Coordinates parent groups. */
  parents: string
  /** Women's organisations in Amsterdam and in The Hague. */
  amsterdam: string
  theHague: string
}

/** The lessons that parent groups speak about, in the order of the handbook. */
const parentTopics = ['choosing', 'limits', 'looking-back']

/** Four parent groups in the half year of practice of the cohort of 2024, each of five to ten parents. */
function parentGroups(organisations: Organisations, trainers: string[]): GroupStory[] {
  const sizes: [present: number, firstTime: number][][] = [
    [
      [8, 8],
      [7, 0],
      [8, 1],
      [6, 0],
      [7, 0],
    ],
    [
      [6, 6],
      [7, 1],
      [7, 0],
      [6, 0],
      [5, 0],
    ],
    [
      [9, 9],
      [10, 1],
      [8, 0],
      [9, 0],
      [9, 0],
    ],
    [
      [5, 5],
      [6, 1],
      [6, 0],
      [7, 1],
      [6, 0],
    ],
  ]
  const places: [name: string, municipality: string, languages: string, start: string][] = [
    ['Oudergroep Demolaan', 'GM0344', ',ar,nl,', '2024-03-05'],
    ['Oudergroep Demoplein', 'GM0599', ',nl,tr,', '2024-04-11'],
    ['Oudergroep Demokade', 'GM0363', ',so,', '2024-05-14'],
    ['Oudergroep Demohof', 'GM0518', ',nl,ti,', '2024-06-13'],
  ]
  return places.map(([name, municipality, languages, start], index) => ({
    name,
    municipality,
    languages,
    organisationId: organisations.parents,
    trainers: trainers[index] ? [trainers[index]] : [],
    days: daysOf({ date: start, number: 5, everyWeeks: 2 }),
    startsAt: '10:00',
    counts: sizes[index]!,
    men: index % 2 === 0 ? 2 : 1,
    topics: parentTopics,
    closedOn: '2024-08-31',
  }))
}

/** Twelve women's trainings on work and money, half in Amsterdam and half in The Hague, with 150 women. */
function womensTrainings(organisations: Organisations): GroupStory[] {
  return Array.from({ length: 12 }, (_, index) => {
    const inAmsterdam = index % 2 === 0
    const women = inAmsterdam ? 13 : 12
    const month = new Date(Date.UTC(2023, 9 + index, 10)).toISOString().slice(0, 10)
    const days = daysOf({ date: month, number: 3, everyWeeks: 1 })
    return {
      name: `Demotraining werk en geld ${index + 1}`,
      programme: 'financieel' as const,
      kind: 'women' as const,
      audience: 'women' as const,
      organisationId: inAmsterdam ? organisations.amsterdam : organisations.theHague,
      municipality: inAmsterdam ? 'GM0363' : 'GM0518',
      languages: inAmsterdam ? ',ar,nl,' : ',nl,so,ti,',
      days,
      startsAt: '13:30',
      counts: [
        [women, women],
        [women - 1 - (index % 3), 0],
        [women - (index % 2), 0],
      ],
      closedOn: days.at(-1)!,
    }
  })
}

/** A parent group of this season, which the demo trainer leads: it has met twice, and three sessions are planned. */
function presentGroup(organisations: Organisations, trainer: string): GroupStory {
  return {
    name: 'Oudergroep Demopark',
    organisationId: organisations.parents,
    municipality: 'GM0344',
    place: 'Buurthuis Demo',
    languages: ',ar,nl,',
    trainers: [trainer],
    days: daysOf({ date: '2026-11-03', number: 5, everyWeeks: 2 }),
    startsAt: '10:00',
    counts: [[7, 7]],
    men: 2,
    topics: parentTopics,
  }
}

/**
 * Loads the groups of the demo data with their sessions.
 * @param trainers memberships: those of the cohort of 2024, and the one of the demo trainer
 * @returns the ids of the group that meets now, and of the women's trainings
 */
export async function loadGroups(
  organisations: Organisations,
  trainers: { cohort2024: string[]; present: string },
  authorId: string,
): Promise<{ present: string; womens: { groupId: string; organisationId: string; endedOn: string }[] }> {
  for (const story of parentGroups(organisations, trainers.cohort2024)) await load(story, authorId)
  const womens = []
  for (const story of womensTrainings(organisations)) {
    const { organisationId, days } = story
    womens.push({ groupId: await load(story, authorId), organisationId, endedOn: days.at(-1)! })
  }
  return { present: await load(presentGroup(organisations, trainers.present), authorId), womens }
}

async function load(story: GroupStory, authorId: string): Promise<string> {
  const { days, startsAt = null, counts, men = 0, topics = [], ...facts } = story
  const id = randomUUID()
  await inTransaction(async (tx) => {
    const group: GroupFacts = {
      programme: 'opvoeding',
      kind: 'parents',
      audience: 'parents',
      place: null,
      languages: ',nl,',
      closedOn: null,
      withdrawnAt: null,
      trainers: [],
      ...facts,
    }
    await createGroupRow(tx, id, group, { act: 'created', authorId })
    for (const [index, date] of days.entries()) {
      const count = counts[index]
      const base = { ...emptySession, groupId: id, date, startsAt, lessonId: topics[index] ?? null }
      const facts = count
        ? { ...base, status: 'registered' as const, present: count[0], firstTime: count[1], women: count[0] - men, men, unknown: 0 }
        : { ...base, status: 'planned' as const, lessonId: null }
      await createSessionRow(tx, randomUUID(), facts, { act: count ? 'registered' : 'created', authorId })
    }
    await sumUpGroup(tx, id)
  })
  return id
}
