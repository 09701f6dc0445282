import { findQuestionSet } from '~/content/read-evaluations'
import type { EvaluationSubject, QuestionSet } from '~/content/evaluation-types'
import { codeOf, readable } from '~/domain/accounts/codes.server'
import { ancestryOf, listOrganisations, listOrganisationsOf } from '~/domain/accounts/organisations.server'
import { hasRole, mayActForAll, type Person } from '~/domain/accounts/policy'
import { accessTo, type EvaluationAccess } from './policy'
import {
  findEvaluationRow,
  findSubjectRow,
  isWithdrawn,
  listEvaluationRows,
  listEvaluationRowsAbout,
  type EvaluationRow,
} from './repository.server'
import type { Subject } from './schema'

/** An evaluation as far as somebody may see it. */
export interface SeenEvaluation {
  id: string
  setId: string
  setVersion: number
  createdAt: Date
  closedAt: Date | null
  /** What it is about was withdrawn: it cannot be answered any more, and counts with no others. */
  withdrawn: boolean
  answers: number
  /** What it is about: the group or cohort, and the day of the meeting where it is about one. */
  about: { kind: EvaluationSubject; name: string; date: string | null; organisation: string }
  /** The whole group or cohort, for results of all its evaluations together. */
  whole: Subject
  access: EvaluationAccess
}

/** One page of the evaluations that a person may see, or of those about one thing, the newest first. */
export async function listEvaluations(person: Person, page: { skip: number; take: number }, subject: Subject | null = null) {
  const organisations = await listOrganisations()
  const reach = mayActForAll(person)
    ? 'all'
    : {
        organisationIds: (await listOrganisationsOf(person)).map(({ id }) => id),
        trainerId: hasRole(person, 'trainer') ? person.id : null,
      }
  const { rows, total } = await listEvaluationRows(reach, subject, page)
  return { evaluations: rows.flatMap((row) => seenBy(person, row, organisations) ?? []), total }
}

/** All evaluations about one thing that a person may see: of a group with its sessions, of a cohort with its meetings.
 * Without those of what was withdrawn. */
export async function listEvaluationsAbout(person: Person, subject: Subject): Promise<SeenEvaluation[]> {
  const organisations = await listOrganisations()
  return (await listEvaluationRowsAbout(subject)).flatMap((row) => seenBy(person, row, organisations) ?? [])
}

/** An evaluation with its code, if the person may see it; null when it is not there or not hers. */
export async function findEvaluation(person: Person, id: string) {
  const row = await findEvaluationRow(id)
  const seen = row && seenBy(person, row, await listOrganisations())
  if (!seen) return null
  const code = codeOf('evaluation', id)
  return { ...seen, code, readableCode: readable(code) }
}

/** What an evaluation can be about, with what the person may see of it; null when it is not there or not hers. */
export async function findSubject(person: Person, subject: Subject) {
  const row = await findSubjectRow(subject)
  const place = row && placeOf(row)
  const access = place && accessTo(person, { ...place, ancestry: ancestryOf(place.organisationId, await listOrganisations()) })
  return access && { name: place.name, date: row.date, organisationId: place.organisationId, access }
}

/** The questions of an evaluation. Throws when their file was taken away: a version that was used has to stay. */
export function getQuestionSetOf({ setId, setVersion }: Pick<SeenEvaluation, 'setId' | 'setVersion'>): QuestionSet {
  const set = findQuestionSet(setId, setVersion)
  if (!set) throw new Error(`content/evaluations/${setId}/v${setVersion}.yaml is gone, and there are answers to it.`)
  return set
}

function seenBy(person: Person, row: EvaluationRow, organisations: { id: string; parentId: string | null }[]): SeenEvaluation | null {
  const { id, setId, setVersion, createdAt, closedAt, _count, session, cohortSession } = row
  const group = row.group ?? session?.group
  const cohort = row.cohort ?? cohortSession?.cohort
  const place = group ? placeOf({ group }) : cohort ? placeOf({ cohort }) : null
  const access = place && accessTo(person, { ...place, ancestry: ancestryOf(place.organisationId, organisations) })
  if (!access) return null
  const kind = group ? (session ? 'session' : 'group') : cohortSession ? 'cohortSession' : 'cohort'
  return {
    id,
    setId,
    setVersion,
    createdAt,
    closedAt,
    withdrawn: isWithdrawn(row),
    answers: _count.answers,
    about: { kind, name: place.name, date: session?.date ?? cohortSession?.date ?? null, organisation: place.organisation },
    whole: { kind: group ? 'group' : 'cohort', id: place.id },
    access,
  }
}

type Group = NonNullable<EvaluationRow['group']>
type Cohort = NonNullable<EvaluationRow['cohort']>

function placeOf(row: { group: Group } | { cohort: Cohort }) {
  const { id, name, organisationId, organisation } = 'group' in row ? row.group : row.cohort
  const trainers = 'group' in row ? row.group.trainers : []
  return {
    id,
    name,
    organisationId,
    organisation: organisation.name,
    trainerIds: trainers.flatMap(({ membership }) => membership.accountId ?? []),
  }
}
