import { note } from './audit.server'
import {
  createOrganisationRow,
  listOrganisationRows,
  organisationNameIsTaken,
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
  const parents = new Map(rows.map((row) => [row.id, row.parentId]))
  const ancestry: string[] = []
  for (let at: string | null = id; at !== null && !ancestry.includes(at); at = parents.get(at) ?? null) ancestry.push(at)
  return ancestry
}

/** Ids of an organisation and of those above it. */
export async function listAncestry(id: string): Promise<string[]> {
  return ancestryOf(id, await listOrganisationRows())
}

/** Every organisation with the ids of those above it, by name. */
export async function listOrganisations() {
  const rows = await listOrganisationRows()
  return rows.map((row) => ({ ...row, ancestry: ancestryOf(row.id, rows) }))
}

/** The organisations a person may act for, by name. */
export async function listOrganisationsOf(person: Person) {
  const all = await listOrganisations()
  return mayActForAll(person) ? all : all.filter((row) => reachesOrganisation(person, row.ancestry))
}

/** Whether a person may act for one organisation. */
export async function mayActFor(person: Person, organisationId: string): Promise<boolean> {
  if (mayActForAll(person)) return true
  return reachesOrganisation(person, ancestryOf(organisationId, await listOrganisationRows()))
}

/** Makes an organisation. @returns its id, or the code of what is wrong */
export async function createOrganisation(
  input: { name: string; kind: OrganisationKind; parentId: string | undefined },
  actorId: string | null,
): Promise<{ id: string } | { code: 'nameTaken' | 'choiceUnknown' }> {
  if (await organisationNameIsTaken(input.name)) return { code: 'nameTaken' }
  const rows = await listOrganisationRows()
  if (input.parentId && !rows.some((row) => row.id === input.parentId)) return { code: 'choiceUnknown' }
  const { id } = await createOrganisationRow({ ...input, parentId: input.parentId ?? null })
  await note({ actorId, action: 'organisation.created', subjectType: 'organisation', subjectId: id })
  return { id }
}
