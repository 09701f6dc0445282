import { randomUUID } from 'node:crypto'
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { BackLink } from '~/components/patterns/BackLink'
import { FormPage } from '~/components/patterns/FormPage'
import { Notice } from '~/components/primitives/Notice'
import { mayCoordinate } from '~/domain/accounts/policy'
import { findGroup } from '~/domain/groups/groups.server'
import { createGroup } from '~/domain/groups/save-group.server'
import { groupForm } from '~/domain/groups/schema'
import { notFound, requireAccount, requireLanguage } from '~/http/context.server'
import { useFormFault } from '~/http/form-fault'
import { formFault, parseForm } from '~/http/forms.server'
import { useFrame } from '~/http/frame'
import { groupChoices, groupValues } from '~/http/group-form.server'
import { requireId } from '~/http/ids.server'
import { privatePageTitle } from '~/http/page'
import { GroupForm } from './GroupForm'

export { managementStyles as links } from '~/http/management-styles'
export const meta: MetaFunction = ({ params }) => privatePageTitle(params, 'newGroup')

/** An empty form, or with `?copy=` one that begins with what another group is. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params)
  const person = requireAccount(context, { request, language, may: mayCoordinate })
  const copied = new URL(request.url).searchParams.get('copy')
  const original = copied === null ? null : await findGroup(person, requireId(copied))
  if (copied !== null && !original) throw notFound()
  const choices = await groupChoices(person, original)
  const values = groupValues(original)
  return { key: randomUUID() as string, copy: original !== null, choices, values }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const language = requireLanguage(params)
  const person = requireAccount(context, { request, language, may: mayCoordinate })
  const form = await parseForm(request, groupForm, ['languages', 'trainers'])
  if (!form.ok) return formFault(form)
  const { values, ticked } = form
  const result = await createGroup(person, { ...form.data, key: form.data.key ?? randomUUID() })
  if ('field' in result) return formFault({ values, ticked, errors: { [result.field]: result.code } })
  return redirect(`/${language}/coordinate/groups/${result.id}?created`, 303)
}

export default function GroupNew() {
  const { key, copy, choices, values } = useLoaderData<typeof loader>()
  const { t } = useTranslation('groups')
  const { language } = useFrame()
  const fault = useFormFault()
  return (
    <>
      <BackLink href={`/${language}/coordinate/groups`}>{t('list.title')}</BackLink>
      <FormPage title={t('new.title')} errors={fault.summary} intro={copy ? t('new.copyIntro') : t('new.intro')}>
        {choices.organisations.length === 0 ? (
          <Notice kind="info">
            <p className="utrecht-paragraph">{t('new.noOrganisation')}</p>
          </Notice>
        ) : (
          <GroupForm fault={fault} values={values} hidden={{ key }} button={t('new.button')} {...choices} />
        )}
      </FormPage>
    </>
  )
}
