import { bulkReads, database, preparedReads } from '~/platform/db/client.server'
import { corrected, late, lateAfterDays } from '~/domain/groups/tally'
import { idList } from '~/platform/db/bulk-read.server'
import type { Cell } from '~/platform/db/prepared-read.server'

/** SQL for what was the present at a moment, of a table with revisions. */
function asOfSql(moment: Date, table: string): string {
  const at = bulkReads().moment(moment)
  return `${table}."recordedAt" <= ${at} AND (${table}."supersededAt" IS NULL OR ${table}."supersededAt" > ${at})`
}

const groupColumns = `g."groupId", g."organisationId", g."programme", g."kind", g."municipality", g."languages", g."audience", g."closedOn", g."trainers"`

const talliedGroups = `SELECT ${groupColumns}, CASE WHEN g."withdrawnAt" IS NULL THEN 0 ELSE 1 END AS "withdrawn", t."sessions", t."changedAt"
     FROM "GroupTally" t JOIN "GroupRevision" g ON g."groupId" = t."groupId" AND g."supersededAt" IS NULL`

/** Groups as they are now with their tallies. Columns of a group, then withdrawn, tally, when it changed. */
export function readTalliedGroups() {
  return bulkReads().rows(talliedGroups)
}

/** The same of groups that changed since a moment: few, and asked with every page, for which a bulk read begins too slowly. */
export function readChangedGroups(since: Date) {
  return readFew(`${talliedGroups} WHERE t."changedAt" >= ?`, bulkReads().moment(since).slice(1, -1))
}

async function* readFew(sql: string, ...values: string[]): AsyncGenerator<Cell[][]> {
  const rows = await preparedReads().read(sql, ...values)
  yield rows.map((row) => Object.values(row))
}

// The clock of a machine is set back at times, and a transaction takes up to a minute: a tally that was written so long before a moment
// had nothing in it that was recorded after it.
const surely = 24 * 60 * 60 * 1000

/**
 * Groups in which anything was written since a moment, as they were then: columns of a group, all empty where there was none or it was
 * withdrawn; its registered sessions, written as in `GroupTally` but in any order; groupId. The database puts the sessions together
 * from the revisions, since bringing a million rows over costs seconds.
 */
export function readChangedSince(moment: Date) {
  const { dayOf, dayNumberOf, joined, moment: written, rows } = bulkReads()
  const firstRegistered = `(SELECT min(f."recordedAt") FROM "GroupSessionRevision" f WHERE f."sessionId" = s."sessionId" AND f."act" = 'registered')`
  const registered = `CASE WHEN s."act" = 'corrected' THEN ${dayOf(firstRegistered)} ELSE ${dayOf('s."recordedAt"')} END`
  const flags = `CASE WHEN ${dayNumberOf(registered)} - ${dayNumberOf('s."date"')} > ${lateAfterDays} THEN ${late} ELSE 0 END
    + CASE WHEN s."act" = 'corrected' THEN ${corrected} ELSE 0 END`
  const numbers = [dayNumberOf('s."date"'), 's."present"', 's."firstTime"', 's."women"', 's."men"', 's."unknown"', `(${flags})`]
  const session = `${numbers.map((number) => `CAST(coalesce(${number}, 0) AS text)`).join(` || ',' || `)} || ';'`
  const tally = `(SELECT ${joined(session)} FROM "GroupSessionRevision" s
     WHERE s."groupId" = g."groupId" AND s."status" = 'registered' AND ${asOfSql(moment, 's')})`
  // One statement for all of it, so that all is of one moment.
  return rows(
    `SELECT ${groupColumns}, ${tally}, t."groupId"
     FROM "GroupTally" t LEFT JOIN "GroupRevision" g ON g."groupId" = t."groupId" AND g."withdrawnAt" IS NULL AND ${asOfSql(moment, 'g')}
     WHERE t."changedAt" > ${written(new Date(moment.getTime() - surely))}`,
  )
}

const sessionCounts = [
  ...['present', 'firstTime', 'women', 'men', 'unknown'],
  ...['ageUnder25', 'age25to39', 'age40to54', 'age55plus', 'ageUnknown'],
].map((column) => `s."${column}"`)

/**
 * Registered sessions as they were at a moment, by day and id. Each is a line of bytes with commas: id, date, groupId, the counts (people,
 * then ages), the day recorded and the revision. Cells of their own would take much longer to come here.
 * @param groupIds these groups alone; null: all
 */
export function readSessionLines(moment: Date, from: string, to: string, groupIds: string[] | null) {
  const { dayOf } = bulkReads()
  // Days are checked before they come here, and stand between quotes all the same.
  for (const day of [from, to]) if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) throw new Error('A day that is none')
  const within = groupIds === null ? '' : ` AND s."groupId" IN (${groupIds.length > 0 ? idList(groupIds) : 'NULL'})`
  const cells = ['s."sessionId"', 's."date"', 's."groupId"', ...sessionCounts, dayOf('s."recordedAt"'), 's."number"'].join(`, ',', `)
  return bulkReads().lines(
    `SELECT concat(${cells})
     FROM "GroupSessionRevision" s
     WHERE s."date" >= '${from}' AND s."date" <= '${to}' AND s."status" = 'registered' AND ${asOfSql(moment, 's')}${within}
     ORDER BY s."date", s."sessionId"`,
  )
}

/** Names of groups as they were at a moment: groupId, name. */
export function readGroupNames(moment: Date) {
  return bulkReads().rows(`SELECT g."groupId", g."name" FROM "GroupRevision" g WHERE ${asOfSql(moment, 'g')}`)
}

/** Sessions that were planned for before a day and not registered at a moment: groupId, date. */
export function readPlannedAsOf(moment: Date, before: string) {
  return bulkReads().rows(
    `SELECT s."groupId", s."date" FROM "GroupSessionRevision" s WHERE s."status" = 'planned' AND s."date" < '${before}' AND ${asOfSql(moment, 's')}`,
  )
}

/** The same of now, without reading revisions. */
export function readPlanned(before: string) {
  return readFew(`SELECT "groupId", "date" FROM "GroupSession" WHERE "status" = 'planned' AND "date" < ?`, before)
}

/** id, cohort's organisation, course, language, first, last day and end of practice. */
export function readCohortsAsOf(moment: Date) {
  return bulkReads().rows(
    `SELECT c."cohortId", c."organisationId", c."courseId", c."language", c."startsOn", c."endsOn", c."practiceEndsOn"
     FROM "CohortRevision" c WHERE ${asOfSql(moment, 'c')}`,
  )
}

/** id, cohort, background; also of those who left. */
export function readMembershipsAsOf(moment: Date) {
  return bulkReads().rows(`SELECT m."membershipId", m."cohortId", m."background" FROM "MembershipRevision" m WHERE ${asOfSql(moment, 'm')}`)
}

/** cohort, background, day of issue, of the certificates that were issued in a cohort. */
export function readCertificatesAsOf(moment: Date) {
  return bulkReads().rows(
    `SELECT "cohortId", "background", "issuedOn" FROM "Certificate" WHERE "cohortId" IS NOT NULL AND "createdAt" <= ${bulkReads().moment(moment)}`,
  )
}

/** id, name, municipality, the one above it. */
export function readOrganisationsAsOf(moment: Date) {
  return bulkReads().rows(
    `SELECT o."organisationId", o."name", o."municipality", o."parentId" FROM "OrganisationRevision" o WHERE ${asOfSql(moment, 'o')}`,
  )
}

/** What was answered before a day, added up: day, group, cohort, forms, those with scores, scores, their sum. */
export function readAnswersBefore(day: string) {
  return bulkReads().rows(
    `SELECT a."answeredOn", coalesce(e."groupId", gs."groupId"), coalesce(e."cohortId", cs."cohortId"), count(*), sum(CASE WHEN a."scores" > 0 THEN 1 ELSE 0 END), sum(a."scores"), sum(a."total")
     FROM (SELECT f."id", f."evaluationId", f."answeredOn", count(s."score") AS "scores", coalesce(sum(s."score"), 0) AS "total"
           FROM "EvaluationAnswer" f LEFT JOIN "EvaluationScore" s ON s."answerId" = f."id" WHERE f."answeredOn" < '${day}'
           GROUP BY f."id", f."evaluationId", f."answeredOn") a
     JOIN "Evaluation" e ON e."id" = a."evaluationId"
     LEFT JOIN "GroupSession" gs ON gs."id" = e."sessionId" LEFT JOIN "CohortSession" cs ON cs."id" = e."cohortSessionId"
     GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
  )
}

/** Uses of the library before a day, added up: day, item, kind, language, municipality, count. */
export function readReachBefore(day: string) {
  return bulkReads().rows(
    `SELECT "day", "itemId", "kind", "language", "municipality", sum("count") FROM "LibraryReach" WHERE "day" < '${day}'
     GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5`,
  )
}

/** A text that differs when a cohort, membership, certificate or organisation was added or changed. */
export async function readMark(): Promise<string> {
  const of = (table: string, column: string) =>
    `(SELECT count(*) FROM "${table}") AS "n${table}", (SELECT max("${column}") FROM "${table}") AS "m${table}"`
  const [row] = await preparedReads().read(
    `SELECT ${of('CohortRevision', 'recordedAt')}, ${of('MembershipRevision', 'recordedAt')}, ${of('Certificate', 'createdAt')}, ${of('OrganisationRevision', 'recordedAt')}`,
  )
  return JSON.stringify(row)
}

/** When the first thing was recorded that a report can tell of; null in an empty database. */
export async function findFirstMoment(): Promise<Date | null> {
  const [groups, cohorts] = await Promise.all([
    database().groupRevision.aggregate({ _min: { recordedAt: true } }),
    database().cohortRevision.aggregate({ _min: { recordedAt: true } }),
  ])
  const moments = [groups._min.recordedAt, cohorts._min.recordedAt].flatMap((moment) => moment ?? [])
  return moments.length > 0 ? new Date(Math.min(...moments.map(Number))) : null
}

/** How many sessions were registered for the first time after a moment (null: ever) and not after another, and of how many groups. */
export async function countNewSessions(after: Date | null, upTo: Date): Promise<{ sessions: number; groups: number }> {
  const { moment } = bulkReads()
  const begin = after === null ? '' : ` AND "recordedAt" > ${moment(after)}`
  const [row] = await preparedReads().read(
    `SELECT count(*) AS "sessions", count(DISTINCT "groupId") AS "groups" FROM "GroupSessionRevision"
     WHERE "act" = 'registered' AND "recordedAt" <= ${moment(upTo)}${begin}`,
  )
  return { sessions: Number(row?.sessions), groups: Number(row?.groups) }
}
