import { randomUUID } from 'node:crypto'
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { BackLink } from '~/components/patterns/BackLink'
import { FormPage } from '~/components/patterns/FormPage'
import { mayOversee } from '~/domain/accounts/policy'
import { createTarget } from '~/domain/participation/targets.server'
import { targetForm } from '~/domain/participation/targets-schema'
import { requireAccount, requireLanguage } from '~/http/context.server'
import { useFormFault } from '~/http/form-fault'
import { formFault, parseForm } from '~/http/forms.server'
import { useFrame } from '~/http/frame'
import { privatePageTitle } from '~/http/page'
import { targetChoices, targetValues } from '~/http/target.server'
import { TargetForm } from './TargetForm'

export { reportStyles as links } from '~/http/report-styles'
export const meta: MetaFunction = ({ params }) => privatePageTitle(params, 'targets')

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params)
  requireAccount(context, { request, language, may: mayOversee })
  return { key: randomUUID() as string, choices: await targetChoices(), values: targetValues(null) }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const language = requireLanguage(params)
  const person = requireAccount(context, { request, language, may: mayOversee })
  const form = await parseForm(request, targetForm)
  if (!form.ok) return formFault(form)
  const result = await createTarget(person, { ...form.data, key: form.data.key ?? randomUUID() })
  if ('field' in result) return formFault({ values: form.values, errors: { [result.field]: result.code } })
  return redirect(`/${language}/manage/targets?created`, 303)
}

export default function TargetNew() {
  const { key, choices, values } = useLoaderData<typeof loader>()
  const { t } = useTranslation('report')
  const { language } = useFrame()
  const fault = useFormFault()
  return (
    <>
      <BackLink href={`/${language}/manage/targets`}>{t('target.title')}</BackLink>
      <FormPage title={t('target.new')} intro={t('target.intro')} errors={fault.summary}>
        <TargetForm fault={fault} values={values} hidden={{ key }} button={t('target.save')} {...choices} />
      </FormPage>
    </>
  )
}
