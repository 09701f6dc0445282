import { readMunicipality } from '~/content/municipalities'
import { note } from './audit.server'
import {
  createOrganisationRow,
  findParentId,
  listOrganisationRows,
  organisationNameIsTaken,
  updateOrganisationRow,
  type OrganisationKind,
} from './organisations-repository.server'
import { mayActForAll, reachesOrganisation, type Person } from './policy'

export type { OrganisationKind }

interface Row {
  id: string
  parentId: string | null
}

/** Ids of an organisation, of the one above it, and so on up. A ring in the data ends the walk. */
export function ancestryOf(id: string, rows: Row[]): string[] {
  return ancestryIn(parentsIn(rows), id)
}

type Parents = ReadonlyMap<string, string | null>

function parentsIn(rows: Row[]): Parents {
  return new Map(rows.map((row) => [row.id, row.parentId]))
}

function ancestryIn(parents: Parents, id: string): string[] {
  const ancestry: string[] = []
  for (let at: string | null = id; at !== null && !ancestry.includes(at); at = parents.get(at) ?? null) ancestry.push(at)
  return ancestry
}

/**
 * Ids of an organisation and of those above it. Read one by one on the way up, which is short: whoever registers a session waits for
 * this, however many organisations there are.
 */
export async function listAncestry(id: string): Promise<string[]> {
  const ancestry: string[] = []
  for (let at: string | null = id; at !== null && !ancestry.includes(at); at = await findParentId(at)) ancestry.push(at)
  return ancestry
}

/** Every organisation with the ids of those above it, by name. */
export async function listOrganisations() {
  const rows = await listOrganisationRows()
  const parents = parentsIn(rows)
  return rows.map((row) => ({ ...row, ancestry: ancestryIn(parents, row.id) }))
}

/** The organisations a person may act for, by name. */
export async function listOrganisationsOf(person: Person) {
  const all = await listOrganisations()
  return mayActForAll(person) ? all : all.filter((row) => reachesOrganisation(person, row.ancestry))
}

/** Whether a person may act for one organisation. */
export async function mayActFor(person: Person, organisationId: string): Promise<boolean> {
  if (mayActForAll(person)) return true
  return reachesOrganisation(person, await listAncestry(organisationId))
}

/** Makes an organisation. @returns its id, or the field that is wrong and why */
export async function createOrganisation(
  input: { name: string; kind: OrganisationKind; parentId: string | undefined; municipality?: string | undefined },
  actorId: string | null,
): Promise<{ id: string } | { field: 'name' | 'parentId' | 'municipality'; code: 'nameTaken' | 'choiceUnknown' | 'municipalityUnknown' }> {
  const { name, kind, parentId = null } = input
  if (await organisationNameIsTaken(name)) return { field: 'name', code: 'nameTaken' }
  const rows = await listOrganisationRows()
  if (parentId && !rows.some((row) => row.id === parentId)) return { field: 'parentId', code: 'choiceUnknown' }
  const municipality = input.municipality ? readMunicipality(input.municipality) : null
  if (input.municipality && !municipality) return { field: 'municipality', code: 'municipalityUnknown' }
  const { id } = await createOrganisationRow({ name, kind, parentId, municipality: municipality?.code ?? null }, actorId)
  await note({ actorId, action: 'organisation.created', subjectType: 'organisation', subjectId: id })
  return { id }
}

/** Changes the name and the municipality of an organisation within reach. @returns the field that is wrong and why, or null */
export async function changeOrganisation(
  person: Person,
  organisation: { id: string },
  form: { name: string; municipality?: string | undefined },
): Promise<{ field: 'name' | 'municipality'; code: 'nameTaken' | 'municipalityUnknown' } | null> {
  const { id } = organisation
  if (await organisationNameIsTaken(form.name, id)) return { field: 'name', code: 'nameTaken' }
  const municipality = form.municipality ? readMunicipality(form.municipality) : null
  if (form.municipality && !municipality) return { field: 'municipality', code: 'municipalityUnknown' }
  await updateOrganisationRow(id, { name: form.name, municipality: municipality?.code ?? null }, person.id)
  await note({ actorId: person.id, action: 'organisation.changed', subjectType: 'organisation', subjectId: id })
  return null
}
