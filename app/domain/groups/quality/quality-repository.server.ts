import { database, type DatabaseTransaction, type Prisma } from '~/platform/db/client.server'

type Db = DatabaseTransaction

/** No list is longer than this: whoever has more to look at begins with these. */
export const most = 500
/** As many registered sessions are looked at, the newest ones. */
export const mostSessions = 5_000

/** What is looked at. */
export interface Scope {
  /** Null: all of them. */
  organisationIds: string[] | null
  /** These groups and members alone. */
  only?: { groupIds: string[]; membershipIds: string[] }
}

/** Open groups within what is looked at. */
function openGroups({ organisationIds, only }: Scope): Prisma.GroupWhereInput {
  return {
    withdrawnAt: null,
    closedOn: null,
    ...(organisationIds === null ? {} : { organisationId: { in: organisationIds } }),
    ...(only ? { id: { in: only.groupIds } } : {}),
  }
}

/** The groups and members with these ids, and the groups of the sessions with them. */
export async function findNamed(ids: string[]): Promise<NonNullable<Scope['only']>> {
  const [groups, sessions] = await Promise.all([
    database().group.findMany({ where: { id: { in: ids } }, select: { id: true } }),
    database().groupSession.findMany({ where: { id: { in: ids } }, select: { groupId: true } }),
  ])
  return { groupIds: [...groups.map(({ id }) => id), ...sessions.map(({ groupId }) => groupId)], membershipIds: ids }
}

const sessionColumns = {
  id: true,
  groupId: true,
  status: true,
  date: true,
  startsAt: true,
  place: true,
  present: true,
  firstTime: true,
  revision: true,
} satisfies Prisma.GroupSessionSelect

/** Planned sessions before a day, the oldest first. */
export function listPlannedBefore(scope: Scope, before: string) {
  return database().groupSession.findMany({
    where: { status: 'planned', date: { lt: before }, group: openGroups(scope) },
    orderBy: [{ date: 'asc' }, { id: 'asc' }],
    take: most,
    select: sessionColumns,
  })
}

/** Registered sessions from a day on, the newest first: what is cut off of a group comes before what is read of it. */
export function listRegisteredFrom(scope: Scope, from: string) {
  return database().groupSession.findMany({
    where: { status: 'registered', date: { gte: from }, group: openGroups(scope) },
    orderBy: [{ date: 'desc' }, { id: 'desc' }],
    take: mostSessions,
    select: sessionColumns,
  })
}

/** Kind, place, sums and trainers of groups. */
export async function listGroupsToCheck(ids: string[]) {
  const select = { id: true, kind: true, place: true, sessionsHeld: true, reached: true, trainers: { select: { membershipId: true } } }
  const groups = []
  for (let at = 0; at < ids.length; at += most)
    groups.push(...(await database().group.findMany({ where: { id: { in: ids.slice(at, at + most) } }, select })))
  return groups
}

/** Groups without a session since a day: the last one is earlier, or there was none and they were made before it. */
export function listGroupsSilentSince(scope: Scope, day: string) {
  return database().group.findMany({
    where: {
      ...openGroups(scope),
      OR: [{ lastHeldOn: { lt: day } }, { lastHeldOn: null, createdAt: { lt: new Date(`${day}T00:00:00Z`) } }],
    },
    orderBy: [{ lastHeldOn: { sort: 'asc', nulls: 'first' } }, { id: 'asc' }],
    take: most,
    select: { id: true, lastHeldOn: true, createdAt: true },
  })
}

/** Members of open cohorts in their practice period who logged nothing since a day, each with her last line in the log. */
export async function listPractisingSilentSince({ organisationIds, only }: Scope, day: string, today: string) {
  const rows = await database().membership.findMany({
    where: {
      leftOn: null,
      accountId: { not: null },
      ...(only ? { id: { in: only.membershipIds } } : {}),
      practiceLog: { none: { withdrawnAt: null, date: { gte: day } } },
      cohort: {
        endsOn: { lt: day },
        practiceEndsOn: { gte: today },
        closedAt: null,
        ...(organisationIds === null ? {} : { organisationId: { in: organisationIds } }),
      },
    },
    orderBy: [{ cohort: { endsOn: 'asc' } }, { id: 'asc' }],
    take: most,
    select: {
      id: true,
      cohort: { select: { id: true, endsOn: true, practiceEndsOn: true } },
      practiceLog: { where: { withdrawnAt: null }, orderBy: { date: 'desc' }, take: 1, select: { date: true } },
    },
  })
  return rows.map(({ id, cohort, practiceLog }) => ({
    membershipId: id,
    cohortId: cohort.id,
    endsOn: cohort.endsOn,
    practiceEndsOn: cohort.practiceEndsOn,
    lastLogOn: practiceLog[0]?.date ?? null,
  }))
}

/** What the lines of a list are called: groups, cohorts and members by id. */
export async function namesOf({ groupIds, membershipIds }: { groupIds: string[]; membershipIds: string[] }) {
  const [groups, memberships] = await Promise.all([
    database().group.findMany({ where: { id: { in: groupIds } }, select: { id: true, name: true } }),
    database().membership.findMany({
      where: { id: { in: membershipIds } },
      select: { id: true, account: { select: { userName: true } }, cohort: { select: { name: true } } },
    }),
  ])
  return {
    groups: new Map(groups.map(({ id, name }) => [id, name])),
    members: new Map(memberships.map(({ id, account, cohort }) => [id, { userName: account?.userName ?? null, cohort: cohort.name }])),
  }
}

/** What people found right of these lines, by key. */
export async function listDecisions(keys: string[]) {
  const found = []
  for (let at = 0; at < keys.length; at += most)
    found.push(...(await database().qualityDecision.findMany({ where: { key: { in: keys.slice(at, at + most) } } })))
  return new Map(found.map((row) => [row.key, row]))
}

/** Marks a line as right. Who does so a second time changes the reason. */
export async function putDecision(tx: Db, data: { key: string; reason: string; authorId: string }): Promise<void> {
  const { key, ...rest } = data
  await tx.qualityDecision.upsert({ where: { key }, create: data, update: { ...rest, createdAt: new Date() } })
}

/** Takes back that a line is right; true for who did it first. */
export async function deleteDecision(tx: Db, key: string): Promise<boolean> {
  return (await tx.qualityDecision.deleteMany({ where: { key } })).count === 1
}
