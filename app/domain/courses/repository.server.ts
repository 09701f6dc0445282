import { database, preparedReads, type DatabaseTransaction, type Prisma } from '~/platform/db/client.server'
import { asBoolean, type Cell } from '~/platform/db/prepared-read.server'

type Db = DatabaseTransaction

export function inTransaction<T>(work: (tx: Db) => Promise<T>): Promise<T> {
  return database().$transaction(work)
}

export interface LearningKey {
  accountId: string
  courseId: string
}

// Nothing changes where the row is there already. With an empty update Prisma would look first and insert then, and two at
// the same moment would both insert.
export function upsertEnrolment(key: LearningKey, start: { language: string; withoutTests?: boolean }, db: Db = database()) {
  const { language, withoutTests } = start
  return db.enrolment.upsert({
    where: { accountId_courseId: key },
    create: { ...key, lastLanguage: language, ...(withoutTests === undefined ? {} : { withoutTests }) },
    update: withoutTests ? { withoutTests } : { courseId: key.courseId },
  })
}

export function findEnrolment(key: LearningKey, db: Db = database()) {
  return db.enrolment.findUnique({ where: { accountId_courseId: key } })
}

export interface LessonRow {
  lastLessonId: string | null
  lastLanguage: string
  withoutTests: boolean
  finishedLessonId: string | null
}

const enrolmentWithLesson = `
  SELECT e."lastLessonId", e."lastLanguage", e."withoutTests", p."lessonId" AS "finishedLessonId"
  FROM "Enrolment" e
  LEFT JOIN "LessonProgress" p ON p."accountId" = e."accountId" AND p."courseId" = e."courseId" AND p."lessonId" = ?
  WHERE e."accountId" = ? AND e."courseId" = ?`

/** An enrolment with whether one lesson is finished, in one statement: a lesson page is asked for most of all. */
export async function findLessonRow(key: LearningKey, lessonId: string): Promise<LessonRow | null> {
  type Row = Omit<LessonRow, 'withoutTests'> & { withoutTests: Cell }
  const [row] = await preparedReads().read<Row>(enrolmentWithLesson, lessonId, key.accountId, key.courseId)
  return row ? { ...row, withoutTests: asBoolean(row.withoutTests) } : null
}

export async function updateEnrolment(
  key: LearningKey,
  data: Partial<{ lastLessonId: string; lastLanguage: string; withoutTests: boolean }>,
  db: Db = database(),
): Promise<void> {
  await db.enrolment.updateMany({ where: key, data })
}

export function listEnrolments(accountId: string) {
  return database().enrolment.findMany({ where: { accountId }, orderBy: { enrolledAt: 'asc' } })
}

/** Ids of the finished lessons. */
export async function listFinishedLessons(key: LearningKey, db: Db = database()): Promise<string[]> {
  const rows = await db.lessonProgress.findMany({ where: key, select: { lessonId: true } })
  return rows.map((row) => row.lessonId)
}

/** Finished lessons of many accounts in one course, for the overview of a cohort. */
export function listFinishedLessonsOf(accountIds: string[], courseId: string) {
  return database().lessonProgress.findMany({
    where: { accountId: { in: accountIds }, courseId },
    select: { accountId: true, lessonId: true, completedAt: true },
  })
}

export async function putLessonFinished(key: LearningKey, lessonId: string, language: string, db: Db = database()): Promise<void> {
  await db.lessonProgress.upsert({
    where: { accountId_courseId_lessonId: { ...key, lessonId } },
    create: { ...key, lessonId, language },
    update: { lessonId },
  })
}

export async function putQuestionAnswered(key: LearningKey, lessonId: string, questionId: string): Promise<void> {
  const id = { ...key, lessonId, questionId }
  await database().questionAnswered.upsert({
    where: { accountId_courseId_lessonId_questionId: id },
    create: id,
    update: { questionId },
  })
}

/** "lesson/question" of every answered question. */
export async function listAnsweredQuestions(key: LearningKey, db: Db = database()): Promise<Set<string>> {
  const rows = await db.questionAnswered.findMany({ where: key, select: { lessonId: true, questionId: true } })
  return new Set(rows.map((row) => `${row.lessonId}/${row.questionId}`))
}

export async function listReflections(key: LearningKey, lessonId: string): Promise<Map<string, string>> {
  const rows = await database().reflection.findMany({ where: { ...key, lessonId }, select: { reflectionId: true, text: true } })
  return new Map(rows.map((row) => [row.reflectionId, row.text]))
}

/** Keeps a reflection; an empty text takes it away. */
export async function putReflection(key: LearningKey, lessonId: string, reflectionId: string, text: string): Promise<void> {
  const id = { ...key, lessonId, reflectionId }
  if (text === '') {
    await database().reflection.deleteMany({ where: id })
    return
  }
  await database().reflection.upsert({
    where: { accountId_courseId_lessonId_reflectionId: id },
    create: { ...id, text },
    update: { text },
  })
}

export async function deleteReflectionsOf(accountId: string): Promise<void> {
  await database().reflection.deleteMany({ where: { accountId } })
}

export function findCertificate(where: { code: string } | { accountId_courseId: LearningKey }) {
  return database().certificate.findUnique({ where })
}

export function listCertificates(accountId: string) {
  return database().certificate.findMany({ where: { accountId }, orderBy: { issuedOn: 'desc' } })
}

export function listCertificatesOf(accountIds: string[], courseId: string) {
  return database().certificate.findMany({
    where: { accountId: { in: accountIds }, courseId },
    select: { accountId: true, issuedOn: true },
  })
}

/** How a trainer came to the course. */
export type Background = NonNullable<Prisma.CertificateCreateInput['background']>

export function createCertificate(data: {
  code: string
  accountId: string
  name: string
  courseId: string
  hours: number
  cohortId: string | null
  cohortName: string | null
  background: Background | null
  issuedOn: string
}) {
  return database().certificate.create({ data })
}
