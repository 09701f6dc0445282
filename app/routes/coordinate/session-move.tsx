import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { BackLink } from '~/components/patterns/BackLink'
import { FormPage } from '~/components/patterns/FormPage'
import { Button } from '~/components/primitives/Button'
import { Field } from '~/components/primitives/Field'
import { movePlanned } from '~/domain/groups/plan-sessions.server'
import { moveForm } from '~/domain/groups/schema'
import { notFound } from '~/http/context.server'
import { useFormFault } from '~/http/form-fault'
import { formFault, parseForm } from '~/http/forms.server'
import { useFrame } from '~/http/frame'
import { requireGroupSession } from '~/http/group.server'
import { privatePageTitle } from '~/http/page'
import { PostForm } from '~/http/post-form'
import { revisionOf } from '~/http/revision'
import { shownSession } from '~/http/shown-session.server'
import { ChangedMeanwhile } from './ChangedMeanwhile'
import { SessionFacts } from './SessionFacts'

export { managementStyles as links } from '~/http/management-styles'
export const meta: MetaFunction = ({ params }) => privatePageTitle(params, 'plan')

export async function loader(args: LoaderFunctionArgs) {
  const { language, group, session } = await requireGroupSession(args)
  // What was held or withdrawn is not moved any more.
  if (session.status !== 'planned' && !args.context.formFailed) throw notFound()
  return { group: { id: group.id, name: group.name }, session: shownSession(group, session, language) }
}

export async function action(args: ActionFunctionArgs) {
  const { language, person, group, session } = await requireGroupSession(args)
  const form = await parseForm(args.request, moveForm)
  args.context.formFailed = true
  if (!form.ok) return formFault(form)
  const result = await movePlanned(person, session, form.data)
  if (result === 'conflict') return formFault({ values: form.values, errors: { form: 'changedMeanwhile' } }, 409)
  if (result !== 'saved') return formFault({ values: form.values, errors: { [result.field]: result.code } })
  return redirect(`/${language}/coordinate/groups/${group.id}?moved`, 303)
}

export default function SessionMove() {
  const { group, session } = useLoaderData<typeof loader>()
  const { t } = useTranslation('groups')
  const { language } = useFrame()
  const fault = useFormFault()
  return (
    <>
      <BackLink href={`/${language}/coordinate/groups/${group.id}`}>{group.name}</BackLink>
      <FormPage title={t('move.title')} errors={fault.summary}>
        {fault.has('form', 'changedMeanwhile') && (
          <ChangedMeanwhile>
            <SessionFacts session={session} />
          </ChangedMeanwhile>
        )}
        <PostForm>
          <input type="hidden" name="revision" value={revisionOf(fault, session.revision)} />
          <Field
            name="date"
            type="date"
            label={t('session.date')}
            defaultValue={fault.value('date', session.date)}
            error={fault.error('date')}
          />
          <Field
            name="startsAt"
            type="time"
            label={t('plan.startsAt')}
            required={false}
            defaultValue={fault.value('startsAt', session.startsAt ?? '')}
            error={fault.error('startsAt')}
          />
          <Field
            name="place"
            label={t('form.place')}
            required={false}
            dir="auto"
            autoComplete="off"
            maxLength={120}
            defaultValue={fault.value('place', session.place ?? '')}
            error={fault.error('place')}
          />
          <Button>{t('edit.button')}</Button>
        </PostForm>
      </FormPage>
    </>
  )
}
