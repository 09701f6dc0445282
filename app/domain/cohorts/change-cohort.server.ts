import { note } from '~/domain/accounts/audit.server'
import { listAncestry } from '~/domain/accounts/organisations.server'
import type { Person } from '~/domain/accounts/policy'
import type { DatabaseTransaction } from '~/platform/db/client.server'
import { changeCohortRow, findCohortRow, inTransaction, listCohortTrainers, listPossibleTrainers, practiceEndOf } from './repository.server'

/** What of a cohort can be changed. */
export interface ChangedCohort {
  /** The revision that was on the screen. */
  revision: number
  name: string
  startsOn: string
  endsOn: string
  targetSize?: number | undefined
  trainers: string[]
}

/** Who may be chosen to give a cohort its training: who does so already, and who is of its organisation or of those above it. */
export async function listTrainerChoices(cohort: { id: string; organisationId: string }) {
  const [possible, chosen] = await Promise.all([
    listPossibleTrainers(await listAncestry(cohort.organisationId), cohort.id),
    listCohortTrainers(cohort.id),
  ])
  const others = possible.filter((each) => !chosen.some(({ id }) => id === each.id))
  return { choices: [...chosen, ...others], chosen: chosen.map(({ id }) => id) }
}

/**
 * Changes a cohort that the person reaches: see `findCohort`. The practice period moves with the end of the training.
 * @returns 'stale' when somebody changed or closed it meanwhile, 'unknownTrainer' for a choice that is not there
 */
export async function changeCohort(
  person: Person,
  cohort: { id: string; organisationId: string },
  form: ChangedCohort,
): Promise<'changed' | 'stale' | 'unknownTrainer'> {
  const { revision, trainers, targetSize = null, ...rest } = form
  const { choices } = await listTrainerChoices(cohort)
  if (trainers.some((id) => !choices.some((choice) => choice.id === id))) return 'unknownTrainer'
  const done = await inTransaction(async (tx) => {
    const data = { ...rest, targetSize, practiceEndsOn: practiceEndOf(form.endsOn) }
    const by = { act: 'changed' as const, authorId: person.id, trainers: [...new Set(trainers)] }
    if (!(await changeCohortRow(tx, { id: cohort.id, seen: revision, closed: false }, data, by)))
      return isSo(tx, cohort.id, { ...data, trainers })
    await note({ actorId: person.id, action: 'cohort.changed', subjectType: 'cohort', subjectId: cohort.id }, tx)
    return true
  })
  return done ? 'changed' : 'stale'
}

/** Whether a cohort is just as it is wanted: the button was pressed twice, and the first one was it. */
async function isSo(
  tx: DatabaseTransaction,
  id: string,
  { trainers, ...wanted }: Omit<ChangedCohort, 'revision' | 'targetSize'> & { targetSize: number | null },
): Promise<boolean> {
  const row = await findCohortRow(id, tx)
  if (!row || row.closedAt) return false
  const now = (await listCohortTrainers(id, tx)).map((trainer) => trainer.id)
  const same = now.length === new Set(trainers).size && now.every((trainer) => trainers.includes(trainer))
  const { name, startsOn, endsOn, targetSize } = wanted
  return same && row.name === name && row.startsOn === startsOn && row.endsOn === endsOn && row.targetSize === targetSize
}
