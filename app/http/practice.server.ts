import type { Person } from '~/domain/accounts/policy'
import { logPractice, withdrawPractice, type PractisingMember } from '~/domain/cohorts/practice.server'
import { practiceForm, withdrawPracticeForm } from '~/domain/cohorts/schema'
import { today } from '~/i18n/formats'
import { conflict } from './cohort.server'
import { notFound } from './context.server'
import { formFault, parseForm } from './forms.server'

/**
 * What is done with a form of the practice log, for whoever may change it: a line is added, or one is withdrawn.
 * @returns the word for the address of the page, or the fault to show
 */
export async function answerPracticeForm(request: Request, person: Person, member: PractisingMember) {
  const withdrawal = await parseForm(request.clone(), withdrawPracticeForm)
  if (withdrawal.ok) {
    const result = await withdrawPractice(person, member, withdrawal.data.entry)
    if (result === 'unknown') throw notFound()
    return result === 'closed' ? conflict(withdrawal, 'closed') : result
  }
  const form = await parseForm(request, practiceForm)
  if (!form.ok) return formFault(form)
  const result = await logPractice(person, member, form.data, today())
  if (result === 'closed') return conflict(form, 'closed')
  return result === 'logged' ? result : formFault({ values: form.values, errors: { date: result } })
}
