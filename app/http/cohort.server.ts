import type { AppLoadContext } from '@remix-run/node'
import { mayCoordinate } from '~/domain/accounts/policy'
import { findCohort } from '~/domain/cohorts/cohorts.server'
import { notFound, requireAccount, requireLanguage } from './context.server'
import { formFault, type FormFault } from './forms.server'
import { requireId } from './ids.server'

interface Asked {
  request: Request
  params: { lang?: string; cohort?: string }
  context: AppLoadContext
}

/** The cohort in the address, for who reaches it. Throws a 404 response for everybody else, as if it were not there. */
export async function requireCohort({ request, params, context }: Asked) {
  const language = requireLanguage(params)
  const person = requireAccount(context, { request, language, may: mayCoordinate })
  const cohort = await findCohort(person, requireId(params.cohort))
  if (!cohort) throw notFound()
  return { language, person, cohort }
}

/** What the head of every page of a cohort shows. */
export function cohortHead(cohort: { id: string; name: string; closedAt: Date | null }) {
  return { id: cohort.id, name: cohort.name, closed: cohort.closedAt !== null }
}

/** The reply to who changes what somebody else changed or closed meanwhile. The page shows what is there now. */
export function conflict({ values }: Pick<FormFault, 'values'>, why: 'stale' | 'closed') {
  return formFault({ values, errors: { form: why === 'closed' ? 'cohortClosed' : 'changedMeanwhile' } }, 409)
}
