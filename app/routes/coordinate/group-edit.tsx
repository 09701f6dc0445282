import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { BackLink } from '~/components/patterns/BackLink'
import { FormPage } from '~/components/patterns/FormPage'
import { changeGroup } from '~/domain/groups/save-group.server'
import { groupForm } from '~/domain/groups/schema'
import { useFormFault } from '~/http/form-fault'
import { formFault, parseForm } from '~/http/forms.server'
import { useFrame } from '~/http/frame'
import { groupChoices, groupValues } from '~/http/group-form.server'
import { requireGroup } from '~/http/group.server'
import { privatePageTitle } from '~/http/page'
import { ChangedMeanwhile } from './ChangedMeanwhile'
import { GroupFacts } from './GroupFacts'
import { GroupForm } from './GroupForm'
import { groupFacts } from '~/http/group-facts.server'

export { managementStyles as links } from '~/http/management-styles'
export const meta: MetaFunction = ({ params }) => privatePageTitle(params, 'group')

export async function loader(args: LoaderFunctionArgs) {
  const { person, group } = await requireGroup(args, { toChange: true })
  const { id, name, revision } = group
  return { id, name, revision, facts: groupFacts(group), choices: await groupChoices(person, group), values: groupValues(group) }
}

export async function action(args: ActionFunctionArgs) {
  const { language, person, group } = await requireGroup(args, { toChange: true })
  const form = await parseForm(args.request, groupForm, ['languages', 'trainers'])
  if (!form.ok) return formFault(form)
  const { values, ticked } = form
  const result = await changeGroup(person, group, { ...form.data, revision: form.data.revision ?? 0 })
  if (result === 'conflict') return formFault({ values, ticked, errors: { form: 'changedMeanwhile' } }, 409)
  if (result !== 'saved') return formFault({ values, ticked, errors: { [result.field]: result.code } })
  return redirect(`/${language}/coordinate/groups/${group.id}?saved`, 303)
}

export default function GroupEdit() {
  const { id, name, revision, facts, choices, values } = useLoaderData<typeof loader>()
  const { t } = useTranslation('groups')
  const { language } = useFrame()
  const fault = useFormFault()
  return (
    <>
      <BackLink href={`/${language}/coordinate/groups/${id}`}>{name}</BackLink>
      <FormPage title={t('edit.title')} errors={fault.summary}>
        {fault.has('form', 'changedMeanwhile') && (
          <ChangedMeanwhile>
            <GroupFacts facts={facts} />
          </ChangedMeanwhile>
        )}
        <GroupForm fault={fault} values={values} hidden={{ revision }} button={t('edit.button')} {...choices} />
      </FormPage>
    </>
  )
}
