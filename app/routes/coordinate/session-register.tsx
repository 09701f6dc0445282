import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { BackLink } from '~/components/patterns/BackLink'
import { FormPage } from '~/components/patterns/FormPage'
import { Link } from '~/components/primitives/Link'
import { reviseSession } from '~/domain/groups/register-session.server'
import { sessionForm } from '~/domain/groups/schema'
import { sessionDefaults } from '~/domain/groups/sessions.server'
import { useFormFault } from '~/http/form-fault'
import { formFault, parseForm } from '~/http/forms.server'
import { useFrame } from '~/http/frame'
import { requireGroupSession } from '~/http/group.server'
import { privatePageTitle } from '~/http/page'
import { lessonChoices, sessionValues } from '~/http/session-form.server'
import { shownSession } from '~/http/shown-session.server'
import { today } from '~/i18n/formats'
import { ChangedMeanwhile } from './ChangedMeanwhile'
import { HeadCountForm } from './HeadCountForm'
import { SessionFacts } from './SessionFacts'

export { managementStyles as links } from '~/http/management-styles'
export const meta: MetaFunction = ({ params }) => privatePageTitle(params, 'newSession')

/** The form of a session that is there: planned, and it gets its head count; registered, and it is corrected. */
export async function loader(args: LoaderFunctionArgs) {
  const { language, group, session } = await requireGroupSession(args)
  const here = `/${language}/coordinate/groups/${group.id}`
  if (session.status === 'withdrawn') throw redirect(`${here}/sessions/${session.id}`)
  const planned = session.status === 'planned'
  const day = today()
  const usual = planned ? await sessionDefaults(group) : {}
  const values = sessionValues(session, { ...usual, date: null })
  return {
    group: { id: group.id, name: group.name },
    session: shownSession(group, session, language),
    planned,
    early: planned && session.date > day,
    latest: day,
    // A meeting that was to be later and was held already: the day is today.
    values: planned && session.date > day ? { ...values, date: day } : values,
    lessons: lessonChoices(group, language),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { language, person, group, session } = await requireGroupSession(args)
  const form = await parseForm(args.request, sessionForm)
  if (!form.ok) return formFault(form)
  const result = await reviseSession(person, group, session, { ...form.data, revision: form.data.revision ?? 0 })
  if ('field' in result) return formFault({ values: form.values, errors: { [result.field]: result.code } })
  if (result.outcome === 'conflict') return formFault({ values: form.values, errors: { form: 'changedMeanwhile' } }, 409)
  const done = session.status === 'planned' ? 'registered' : 'corrected'
  return redirect(`/${language}/coordinate/groups/${group.id}/sessions/${session.id}?${done}`, 303)
}

export default function SessionRegister() {
  const { group, session, planned, early, latest, values, lessons } = useLoaderData<typeof loader>()
  const { t } = useTranslation('groups')
  const { language } = useFrame()
  const fault = useFormFault()
  const here = `/${language}/coordinate/groups/${group.id}`
  return (
    <>
      <BackLink href={planned ? here : `${here}/sessions/${session.id}`}>{planned ? group.name : t('session.back')}</BackLink>
      <FormPage title={planned ? t('session.newTitle') : t('session.correctTitle')} errors={fault.summary}>
        {fault.has('form', 'changedMeanwhile') && (
          <ChangedMeanwhile>
            <SessionFacts session={session} />
          </ChangedMeanwhile>
        )}
        {early && <p className="utrecht-paragraph">{t('session.early')}</p>}
        <HeadCountForm
          fault={fault}
          values={values}
          hidden={{ revision: session.revision }}
          lessons={lessons}
          latest={latest}
          correcting={!planned}
          button={planned ? t('session.button') : t('session.correctButton')}
        />
        {planned && (
          <ul className="lk-links">
            <li>
              <Link href={`${here}/sessions/new?extra`}>{t('session.another')}</Link>
            </li>
            <li>
              <Link href={`${here}/sessions/${session.id}/move`}>{t('move.title')}</Link>
            </li>
            <li>
              <Link href={`${here}/sessions/${session.id}/withdraw`}>{t('session.cancelled')}</Link>
            </li>
          </ul>
        )}
      </FormPage>
    </>
  )
}
