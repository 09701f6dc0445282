import { readMunicipality } from '~/content/municipalities'
import { note } from '~/domain/accounts/audit.server'
import { userNamesOf } from '~/domain/accounts/audit-repository.server'
import { listOrganisations } from '~/domain/accounts/organisations.server'
import { looksPersonal } from '~/domain/accounts/personal-data'
import type { Person } from '~/domain/accounts/policy'
import { isTaken } from '~/platform/db/faults.server'
import { idFrom } from '~/platform/db/id-from.server'
import { indicatorCodes, type IndicatorCode } from './indicators'
import type { TargetFigure } from './target-figures'
import {
  createTargetRow,
  findTargetRow,
  inTransaction,
  listTargetRevisions,
  listTargetRows,
  reviseTargetRow,
  type TargetAct,
  type TargetFacts,
} from './targets-repository.server'
import type { TargetForm } from './targets-schema'

/** A target as it stood at some moment, without what was reached of it. */
export type Target = Omit<TargetFigure, 'actual' | 'status' | 'at'> & { revision: number }

export interface TargetFault {
  field: 'organisation' | 'municipality' | 'source'
  code: 'organisationMissing' | 'municipalityUnknown' | 'textHasContact'
}

/** The targets as they stood at a moment: in the order of the list of indicators, then by period. */
export async function listTargetsAsOf(moment: Date): Promise<Target[]> {
  const targets = (await listTargetRows(moment)).map(targetOf)
  return targets.sort((a, b) => indicatorCodes.indexOf(a.indicator) - indicatorCodes.indexOf(b.indicator) || compare(keyOf(a), keyOf(b)))
}

// Both databases sort words and empty cells in their own way.
const keyOf = ({ from, to, programme, kind, organisation, municipality, background, id }: Target) =>
  [from, to, programme, kind, organisation, municipality, background, id].map((part) => part ?? '').join(' ')

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** The target with this id as it is now; null when there is none, or it was withdrawn. */
export async function findTarget(id: string): Promise<Target | null> {
  const row = await findTargetRow(id)
  return row && targetOf(row)
}

function targetOf(row: TargetFacts & { targetId: string; number: number }): Target {
  const { targetId, number, organisationId, value, indicator, ...rest } = row
  // The column holds what the form let through.
  return { id: targetId, revision: number, indicator: indicator as IndicatorCode, organisation: organisationId, target: value, ...rest }
}

/**
 * Sets a target. Sending the same form again, by its key, sets no second one.
 * @returns its id, or what is wrong
 */
export async function createTarget(person: Person, form: TargetForm & { key: string }): Promise<{ id: string } | TargetFault> {
  const facts = await readFacts(form)
  if ('field' in facts) return facts
  const id = idFrom('target', person.id, form.key, facts)
  try {
    await inTransaction(async (tx) => {
      await createTargetRow(tx, id, facts, person.id)
      await note({ actorId: person.id, action: 'target.created', subjectType: 'target', subjectId: id }, tx)
    })
  } catch (error) {
    if (!isTaken(error)) throw error
  }
  return { id }
}

/** Changes a target. @returns 'conflict' when somebody changed it since the form was made */
export async function changeTarget(
  person: Person,
  target: Target,
  form: TargetForm & { revision: number },
): Promise<'saved' | 'conflict' | TargetFault> {
  const facts = await readFacts(form)
  return 'field' in facts ? facts : revise(person, target, form.revision, facts, 'changed')
}

/** Takes a target back: from now on it is in no report, except in those of an earlier moment. */
export function withdrawTarget(person: Person, target: Target, form: { revision: number }): Promise<'saved' | 'conflict'> {
  const { indicator, programme, kind, organisation, municipality, background, from, to, target: value, source } = target
  const facts = { indicator, programme, kind, organisationId: organisation, municipality, background, from, to, value, source }
  return revise(person, target, form.revision, facts as TargetFacts, 'withdrawn')
}

async function revise(person: Person, { id }: Target, base: number, facts: TargetFacts, act: TargetAct): Promise<'saved' | 'conflict'> {
  return inTransaction(async (tx) => {
    if (!(await reviseTargetRow(tx, id, base, facts, { act, authorId: person.id }))) return 'conflict'
    await note({ actorId: person.id, action: `target.${act}`, subjectType: 'target', subjectId: id }, tx)
    return 'saved'
  })
}

/** What was done to a target, the newest first, each with who did it; null for an account that is gone. */
export async function listTargetHistory(id: string) {
  const revisions = await listTargetRevisions(id)
  const names = await userNamesOf([...new Set(revisions.flatMap(({ authorId }) => (authorId ? [authorId] : [])))])
  return revisions.map(({ authorId, act, ...rest }) => ({
    ...rest,
    act: act as TargetAct,
    author: authorId ? (names.get(authorId) ?? null) : null,
  }))
}

/** What a form says, held against what there is. */
async function readFacts(form: TargetForm): Promise<TargetFacts | TargetFault> {
  const { indicator, programme = null, kind = null, background = null, from, to, target, source } = form
  const found = looksPersonal(source)
  if (found.includes('email') || found.includes('phone')) return { field: 'source', code: 'textHasContact' }
  const organisation = form.organisation ? (await listOrganisations()).find(({ id }) => id === form.organisation) : null
  if (organisation === undefined) return { field: 'organisation', code: 'organisationMissing' }
  const municipality = form.municipality ? readMunicipality(form.municipality) : undefined
  if (municipality === null) return { field: 'municipality', code: 'municipalityUnknown' }
  return {
    indicator,
    programme,
    kind,
    organisationId: organisation?.id ?? null,
    municipality: municipality?.code ?? null,
    background,
    from,
    to,
    value: target,
    source,
  }
}
