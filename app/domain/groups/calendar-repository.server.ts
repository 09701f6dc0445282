import { database, type DatabaseTransaction, type Prisma } from '~/platform/db/client.server'

type Db = DatabaseTransaction

/** Puts a new address in the place of the one that an account had, if any. */
export async function putFeedRow(tx: Db, accountId: string, feed: { id: string; codeHash: string }): Promise<void> {
  await tx.calendarFeed.upsert({
    where: { accountId },
    create: { ...feed, accountId },
    update: { ...feed, createdAt: new Date() },
  })
}

/** Makes an address for an account that has none. Throws P2002 when it has one. */
export async function createFeedRow(tx: Db, accountId: string, feed: { id: string; codeHash: string }): Promise<void> {
  await tx.calendarFeed.create({ data: { ...feed, accountId } })
}

/** Takes the address of an account away; false when it had none. */
export async function deleteFeedRow(tx: Db, accountId: string): Promise<boolean> {
  const { count } = await tx.calendarFeed.deleteMany({ where: { accountId } })
  return count > 0
}

export function findFeedRow(accountId: string) {
  return database().calendarFeed.findUnique({ where: { accountId }, select: { id: true, createdAt: true } })
}

/** The account whose address this is, if it may still be used. */
export async function findFeedOwner(codeHash: string) {
  const feed = await database().calendarFeed.findUnique({
    where: { codeHash },
    select: {
      account: { select: { id: true, language: true, deactivatedAt: true, roles: { select: { role: true, organisationId: true } } } },
    },
  })
  return feed && feed.account.deactivatedAt === null ? feed.account : null
}

/** A part of the calendar: from one day until another, both included. */
export interface Days {
  from: string
  until: string
  /** What is left out when there is too much: the newest of the past, the nearest of what is to come. */
  order: 'asc' | 'desc'
  take: number
}

/** Sessions of these groups; those that were withdrawn after a moment come along. */
export function listSessionsInCalendar(group: Prisma.GroupWhereInput, withdrawnSince: Date, { from, until, order, take }: Days) {
  const current = { supersededAt: null }
  return database().groupSession.findMany({
    where: {
      group,
      date: { gte: from, lte: until },
      OR: [{ status: { not: 'withdrawn' } }, { revisions: { some: { ...current, recordedAt: { gte: withdrawnSince } } } }],
    },
    orderBy: [{ date: order }, { startsAt: order }, { id: order }],
    take,
    select: {
      id: true,
      status: true,
      date: true,
      startsAt: true,
      place: true,
      revision: true,
      createdAt: true,
      revisions: { where: current, select: { recordedAt: true } },
      group: { select: { id: true, place: true, municipality: true } },
    },
  })
}

/** Meetings of the cohorts of these organisations, or of all with null; those that were withdrawn after a moment come along. */
export function listMeetingsInCalendar(organisationIds: string[] | null, withdrawnSince: Date, { from, until, order, take }: Days) {
  return database().cohortSession.findMany({
    where: {
      ...(organisationIds === null ? {} : { cohort: { organisationId: { in: organisationIds } } }),
      date: { gte: from, lte: until },
      OR: [{ withdrawnAt: null }, { withdrawnAt: { gte: withdrawnSince } }],
    },
    orderBy: [{ date: order }, { startsAt: order }, { id: order }],
    take,
    select: { id: true, cohortId: true, date: true, startsAt: true, place: true, withdrawnAt: true, createdAt: true },
  })
}
