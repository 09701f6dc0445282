import { findCourse } from '~/content/read'
import { note } from '~/domain/accounts/audit.server'
import { listOrganisationsOf } from '~/domain/accounts/organisations.server'
import type { Person } from '~/domain/accounts/policy'
import { idFrom } from '~/platform/db/id-from.server'
import { createCohortRow, findCohortRow } from './repository.server'

export interface NewCohort {
  /** Made with the form: sending the same form twice makes one cohort. */
  key?: string | undefined
  name: string
  course: string
  language: string
  organisation: string
  startsOn: string
  endsOn: string
  targetSize?: number | undefined
  withoutTests: boolean
}

/** Makes a cohort. @returns its id, or the field that names something unknown or not hers */
export async function createCohort(person: Person, form: NewCohort): Promise<{ id: string } | { field: 'course' | 'organisation' }> {
  const course = findCourse(form.course)
  if (!course || course.kind !== 'course') return { field: 'course' }
  if (!(await listOrganisationsOf(person)).some((organisation) => organisation.id === form.organisation)) return { field: 'organisation' }
  const { course: courseId, organisation: organisationId, key, targetSize = null, ...rest } = form
  const row = { ...rest, courseId, organisationId, targetSize }
  if (!key) return noted(person, await createCohortRow(row, person.id))
  const id = idFrom(person.id, key, row)
  try {
    return await noted(person, await createCohortRow({ ...row, id }, person.id))
  } catch (error) {
    // Sent twice, or the button was pressed twice: the first one was it.
    if (await findCohortRow(id)) return { id }
    throw error
  }
}

async function noted(person: Person, { id }: { id: string }): Promise<{ id: string }> {
  await note({ actorId: person.id, action: 'cohort.created', subjectType: 'cohort', subjectId: id })
  return { id }
}
