import { randomUUID } from 'node:crypto'
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { BackLink } from '~/components/patterns/BackLink'
import { FormPage } from '~/components/patterns/FormPage'
import { Link } from '~/components/primitives/Link'
import { Notice } from '~/components/primitives/Notice'
import { registerSession } from '~/domain/groups/register-session.server'
import { sessionForm } from '~/domain/groups/schema'
import { sessionDefaults } from '~/domain/groups/sessions.server'
import { useFormFault } from '~/http/form-fault'
import { formFault, parseForm } from '~/http/forms.server'
import { useFrame } from '~/http/frame'
import { requireGroup } from '~/http/group.server'
import { privatePageTitle } from '~/http/page'
import { lessonChoices, sessionValues } from '~/http/session-form.server'
import { today } from '~/i18n/formats'
import { HeadCountForm } from './HeadCountForm'

export { managementStyles as links } from '~/http/management-styles'
export const meta: MetaFunction = ({ params }) => privatePageTitle(params, 'newSession')

/** Leads to the planned session that waits longest for its head count, unless `?extra` asks for one beside the plan. */
export async function loader(args: LoaderFunctionArgs) {
  const { language, group } = await requireGroup(args)
  const { planned, ...usual } = await sessionDefaults(group)
  const extra = new URL(args.request.url).searchParams.has('extra')
  const { id, name, closedOn } = group
  if (planned && !extra && !args.context.formFailed)
    throw redirect(`/${language}/coordinate/groups/${id}/sessions/${planned.id}/register`, 303)
  return {
    id,
    name,
    closed: closedOn !== null,
    key: randomUUID() as string,
    latest: today(),
    values: sessionValues({}, extra ? { ...usual, date: today() } : usual),
    lessons: lessonChoices(group, language),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { language, person, group } = await requireGroup(args)
  const form = await parseForm(args.request, sessionForm)
  args.context.formFailed = true
  if (!form.ok) return formFault(form)
  const result = await registerSession(person, group, { ...form.data, key: form.data.key ?? randomUUID() })
  if ('field' in result) return formFault({ values: form.values, errors: { [result.field]: result.code } })
  if (result.outcome !== 'saved')
    return formFault({ values: { ...form.values, existing: result.id }, errors: { form: 'registeredAlready' } }, 409)
  return redirect(`/${language}/coordinate/groups/${group.id}/sessions/${result.id}?registered`, 303)
}

export default function SessionNew() {
  const { id, name, closed, key, latest, values, lessons } = useLoaderData<typeof loader>()
  const existing = useActionData<{ values?: { existing?: string } }>()?.values?.existing
  const { t } = useTranslation('groups')
  const { language } = useFrame()
  const fault = useFormFault()
  const here = `/${language}/coordinate/groups/${id}`
  return (
    <>
      <BackLink href={here}>{name}</BackLink>
      <FormPage title={t('session.newTitle')} errors={fault.summary}>
        {existing && fault.has('form', 'registeredAlready') && (
          <Notice kind="warning">
            <p className="utrecht-paragraph">
              <Link href={`${here}/sessions/${existing}/register`}>{t('session.toExisting')}</Link>
            </p>
          </Notice>
        )}
        {closed && <p className="utrecht-paragraph">{t('session.groupClosed')}</p>}
        <HeadCountForm fault={fault} values={values} hidden={{ key }} lessons={lessons} latest={latest} button={t('session.button')} />
      </FormPage>
    </>
  )
}
