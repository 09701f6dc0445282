import { randomUUID } from 'node:crypto'
import { writeTally } from '~/domain/groups/tally'
import { openDatabase, type Database } from '~/platform/db/client.server'

const sessionsOfGroup = 10
const chunk = 500

/** Fills a database with groups of one organisation until it has so many, each with ten registered sessions and their revisions. */
export async function fillGroups(databaseUrl: string, organisationId: string, wanted: number): Promise<void> {
  const { client, close } = openDatabase(databaseUrl)
  try {
    for (let made = await client.group.count(); made < wanted; made = await client.group.count())
      await addGroups(client, organisationId, made, Math.min(chunk, wanted - made))
    await client.$executeRawUnsafe('ANALYZE')
  } finally {
    await close()
  }
}

async function addGroups(db: Database, organisationId: string, from: number, number: number): Promise<void> {
  const groups = Array.from({ length: number }, (_, index) => {
    const name = `Groep ${from + index}`
    const facts = {
      name,
      programme: 'opvoeding' as const,
      kind: 'parents' as const,
      organisationId,
      municipality: 'GM0363',
      audience: 'parents' as const,
      languages: ',ar,nl,',
    }
    return { id: randomUUID(), searchName: name.toLowerCase(), lastHeldOn: '2026-10-10', sessionsHeld: sessionsOfGroup, reached: 8, facts }
  })
  const sessions = groups.flatMap(({ id }) =>
    Array.from({ length: sessionsOfGroup }, (_, index) => {
      const counts = { present: 8, firstTime: index === 0 ? 8 : 0, women: 6, men: 2, unknown: 0 }
      return {
        id: randomUUID(),
        facts: { groupId: id, status: 'registered' as const, date: `2026-10-${String(index + 1).padStart(2, '0')}`, ...counts },
      }
    }),
  )
  await db.group.createMany({ data: groups.map(({ facts, ...rest }) => ({ ...rest, ...facts })) })
  await db.groupRevision.createMany({
    data: groups.map(({ id, facts }) => ({ groupId: id, number: 1, act: 'created', trainers: [], ...facts })),
  })
  const sessionsInBrief = (id: string) =>
    writeTally(
      sessions
        .filter(({ facts }) => facts.groupId === id)
        .map(({ facts }) => ({ ...facts, registeredAt: new Date(`${facts.date}T20:00:00Z`), corrected: false })),
    )
  await db.groupTally.createMany({
    data: groups.map(({ id }) => ({ groupId: id, sessions: sessionsInBrief(id), changedAt: new Date() })),
  })
  await db.groupSession.createMany({ data: sessions.map(({ id, facts }) => ({ id, ...facts })) })
  await db.groupSessionRevision.createMany({
    data: sessions.map(({ id, facts }) => ({ sessionId: id, number: 1, act: 'registered', ...facts })),
  })
}

/** The organisation of the demo coordinator, and a group of it to register in. */
export async function findPlaces(databaseUrl: string): Promise<{ organisationId: string; groupIds: string[] }> {
  const { client, close } = openDatabase(databaseUrl)
  try {
    const { id: organisationId } = await client.organisation.findFirstOrThrow({ where: { name: 'Demostichting De Linde' } })
    const groups = await client.group.findMany({
      where: { organisationId, name: { startsWith: 'Groep ' } },
      select: { id: true },
      take: 200,
    })
    return { organisationId, groupIds: groups.map(({ id }) => id) }
  } finally {
    await close()
  }
}
