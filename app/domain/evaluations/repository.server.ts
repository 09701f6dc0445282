import { database } from '~/platform/db/client.server'
import type { SentAnswer, Subject } from './schema'

const groupPlace = {
  select: {
    id: true,
    name: true,
    organisationId: true,
    withdrawnAt: true,
    organisation: { select: { name: true } },
    trainers: { select: { membership: { select: { accountId: true } } } },
  },
} as const
const cohortPlace = { select: { id: true, name: true, organisationId: true, organisation: { select: { name: true } } } } as const

const withPlace = {
  group: groupPlace,
  session: { select: { id: true, date: true, status: true, group: groupPlace } },
  cohort: cohortPlace,
  cohortSession: { select: { id: true, date: true, withdrawnAt: true, cohort: cohortPlace } },
  _count: { select: { answers: true } },
} as const

/** What an evaluation is about, as far as it can be withdrawn. */
interface Withdrawable {
  group: { withdrawnAt: Date | null } | null
  session: { status: string; group: { withdrawnAt: Date | null } } | null
  cohortSession: { withdrawnAt: Date | null } | null
}

/** Whether the session, meeting or group that an evaluation is about was withdrawn: then nobody answers it any more. */
export function isWithdrawn({ group, session, cohortSession }: Withdrawable): boolean {
  const place = group ?? session?.group
  return session?.status === 'withdrawn' || [place, cohortSession].some((each) => each != null && each.withdrawnAt !== null)
}

/** Whose evaluations: all, or those of some organisations and of the groups that an account leads as a trainer, if it is one. */
export type Reach = 'all' | { organisationIds: string[]; trainerId: string | null }

function within(reach: Reach) {
  if (reach === 'all') return {}
  const { organisationIds, trainerId } = reach
  const cohort = { organisationId: { in: organisationIds } }
  const group = trainerId === null ? cohort : { OR: [cohort, { trainers: { some: { membership: { accountId: trainerId } } } }] }
  return { OR: [{ group }, { session: { group } }, { cohort }, { cohortSession: { cohort } }] }
}

/** Those about something; a group has those of its sessions with it, and a cohort those of its meetings. */
function about({ kind, id }: Subject) {
  if (kind === 'session') return { sessionId: id }
  if (kind === 'cohortSession') return { cohortSessionId: id }
  if (kind === 'group') return { OR: [{ groupId: id }, { session: { groupId: id } }] }
  return { OR: [{ cohortId: id }, { cohortSession: { cohortId: id } }] }
}

/** One page of the evaluations within reach, or of those about one thing, the newest first. */
export async function listEvaluationRows(reach: Reach, subject: Subject | null, { skip, take }: { skip: number; take: number }) {
  const where = { AND: [within(reach), subject ? about(subject) : {}] }
  const db = database()
  const [rows, total] = await Promise.all([
    db.evaluation.findMany({ where, skip, take, orderBy: [{ createdAt: 'desc' }, { id: 'asc' }], include: withPlace }),
    db.evaluation.count({ where }),
  ])
  return { rows, total }
}

export type EvaluationRow = Awaited<ReturnType<typeof listEvaluationRows>>['rows'][number]

export function findEvaluationRow(id: string) {
  return database().evaluation.findUnique({ where: { id }, include: withPlace })
}

export function findEvaluationByHash(codeHash: string) {
  const withdrawnAt = { select: { withdrawnAt: true } } as const
  const about = { group: withdrawnAt, session: { select: { status: true, group: withdrawnAt } }, cohortSession: withdrawnAt } as const
  return database().evaluation.findUnique({
    where: { codeHash },
    select: { id: true, setId: true, setVersion: true, closedAt: true, ...about },
  })
}

/** All about one thing, the newest first, without those of what was withdrawn. */
export async function listEvaluationRowsAbout(subject: Subject) {
  const orderBy = [{ createdAt: 'desc' as const }, { id: 'asc' as const }]
  const rows = await database().evaluation.findMany({ where: about(subject), orderBy, include: withPlace })
  return rows.filter((row) => !isWithdrawn(row))
}

/** What an evaluation can be about, with the group or cohort that it belongs to. What was withdrawn is not there. */
export async function findSubjectRow({ kind, id }: Subject) {
  const db = database()
  if (kind === 'group') {
    const group = await db.group.findFirst({ where: { id, withdrawnAt: null }, ...groupPlace })
    return group && { group, date: null }
  }
  if (kind === 'session') {
    const where = { id, status: { not: 'withdrawn' }, group: { withdrawnAt: null } } as const
    return db.groupSession.findFirst({ where, select: { date: true, group: groupPlace } })
  }
  if (kind === 'cohort') {
    const cohort = await db.cohort.findUnique({ where: { id }, ...cohortPlace })
    return cohort && { cohort, date: null }
  }
  return db.cohortSession.findFirst({ where: { id, withdrawnAt: null }, select: { date: true, cohort: cohortPlace } })
}

export function createEvaluationRow(data: {
  id: string
  codeHash: string
  setId: string
  setVersion: number
  organisationId: string
  sessionId?: string
  groupId?: string
  cohortId?: string
  cohortSessionId?: string
  createdById: string
}) {
  return database().evaluation.create({ data })
}

/** Closes or reopens; true for the one caller who changed something. */
export async function setClosed(id: string, closedAt: Date | null): Promise<boolean> {
  const where = closedAt ? { id, closedAt: null } : { id, closedAt: { not: null } }
  const { count } = await database().evaluation.updateMany({ where, data: { closedAt } })
  return count === 1
}

/** The evaluation that a form with this key was sent to; null when none was. */
export async function findEvaluationOfAnswer(key: string): Promise<string | null> {
  const row = await database().evaluationAnswer.findUnique({ where: { id: key }, select: { evaluationId: true } })
  return row?.evaluationId ?? null
}

/** Writes a form, all of it or nothing. */
export async function insertAnswer(
  { key, scores, texts }: SentAnswer,
  rest: { evaluationId: string; language: string; answeredOn: string },
) {
  await database().evaluationAnswer.create({
    data: { id: key, ...rest, scores: { create: scores }, texts: { create: texts } },
  })
}

/** How often each score was given to each question. */
export async function countScores(evaluationIds: string[]) {
  const rows = await database().evaluationScore.groupBy({
    by: ['questionId', 'score'],
    where: { answer: { evaluationId: { in: evaluationIds } } },
    _count: { _all: true },
  })
  return rows.map(({ questionId, score, _count }) => ({ questionId, score, count: _count._all }))
}

export function countAnswers(evaluationIds: string[]): Promise<number> {
  return database().evaluationAnswer.count({ where: { evaluationId: { in: evaluationIds } } })
}

/** What people wrote, so many texts at most: of which forms the ids decide, and they say nothing. */
export function listTexts(evaluationIds: string[], take = 500) {
  return database().evaluationText.findMany({
    where: { answer: { evaluationId: { in: evaluationIds } } },
    orderBy: [{ answerId: 'asc' }, { questionId: 'asc' }],
    take,
  })
}
