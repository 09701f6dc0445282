import { randomUUID } from 'node:crypto'
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { BackLink } from '~/components/patterns/BackLink'
import { FormPage } from '~/components/patterns/FormPage'
import { Button } from '~/components/primitives/Button'
import { Field } from '~/components/primitives/Field'
import { planSessions } from '~/domain/groups/plan-sessions.server'
import { planForm } from '~/domain/groups/schema'
import { useFormFault } from '~/http/form-fault'
import { formFault, parseForm } from '~/http/forms.server'
import { useFrame } from '~/http/frame'
import { requireGroup } from '~/http/group.server'
import { privatePageTitle } from '~/http/page'
import { PostForm } from '~/http/post-form'
import { today } from '~/i18n/formats'

export { managementStyles as links } from '~/http/management-styles'
export const meta: MetaFunction = ({ params }) => privatePageTitle(params, 'plan')

export async function loader(args: LoaderFunctionArgs) {
  const { group } = await requireGroup(args)
  const { id, name, place } = group
  return { id, name, place, key: randomUUID() as string, date: today() }
}

export async function action(args: ActionFunctionArgs) {
  const { language, person, group } = await requireGroup(args)
  const form = await parseForm(args.request, planForm)
  if (!form.ok) return formFault(form)
  const planned = await planSessions(person, group, form.data)
  if (typeof planned === 'object') return formFault({ values: form.values, errors: { [planned.field]: planned.code } })
  return redirect(`/${language}/coordinate/groups/${group.id}?planned`, 303)
}

export default function GroupPlan() {
  const { id, name, place, key, date } = useLoaderData<typeof loader>()
  const { t } = useTranslation('groups')
  const { language } = useFrame()
  const fault = useFormFault()
  return (
    <>
      <BackLink href={`/${language}/coordinate/groups/${id}`}>{name}</BackLink>
      <FormPage title={t('plan.title')} intro={t('plan.intro')} errors={fault.summary}>
        <PostForm>
          <input type="hidden" name="key" value={fault.value('key', key)} />
          <Field name="date" type="date" label={t('plan.date')} defaultValue={fault.value('date', date)} error={fault.error('date')} />
          <Field
            name="startsAt"
            type="time"
            label={t('plan.startsAt')}
            required={false}
            defaultValue={fault.value('startsAt')}
            error={fault.error('startsAt')}
          />
          <Field
            name="number"
            type="number"
            short
            label={t('plan.number')}
            min={1}
            max={30}
            defaultValue={fault.value('number', '5')}
            error={fault.error('number')}
          />
          <Field
            name="everyWeeks"
            type="number"
            short
            label={t('plan.everyWeeks')}
            min={1}
            max={8}
            defaultValue={fault.value('everyWeeks', '1')}
            error={fault.error('everyWeeks')}
          />
          <Field
            name="place"
            label={t('form.place')}
            required={false}
            dir="auto"
            autoComplete="off"
            maxLength={120}
            defaultValue={fault.value('place', place ?? '')}
            error={fault.error('place')}
          />
          <Button>{t('plan.button')}</Button>
        </PostForm>
      </FormPage>
    </>
  )
}
