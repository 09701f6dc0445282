import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { BackLink } from '~/components/patterns/BackLink'
import { FormPage } from '~/components/patterns/FormPage'
import { Button } from '~/components/primitives/Button'
import { Field } from '~/components/primitives/Field'
import { findMunicipality } from '~/content/municipalities'
import { changeOrganisation, listOrganisationsOf } from '~/domain/accounts/organisations.server'
import { mayCoordinate } from '~/domain/accounts/policy'
import { ownOrganisationForm } from '~/domain/accounts/schema'
import { notFound, requireAccount, requireLanguage } from '~/http/context.server'
import { useFormFault } from '~/http/form-fault'
import { formFault, parseForm } from '~/http/forms.server'
import { useFrame } from '~/http/frame'
import { requireId } from '~/http/ids.server'
import { municipalityOptions } from '~/http/municipality-list.server'
import { privatePageTitle } from '~/http/page'
import { PostForm } from '~/http/post-form'

export { managementStyles as links } from '~/http/management-styles'
export const meta: MetaFunction = ({ params }) => privatePageTitle(params, 'organisation')

/** The organisation in the address, if the person coordinates it or one above it. */
async function requireOrganisation({ request, params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params)
  const person = requireAccount(context, { request, language, may: mayCoordinate })
  const id = requireId(params.organisation)
  const organisation = (await listOrganisationsOf(person)).find((each) => each.id === id)
  if (!organisation) throw notFound()
  return { language, person, organisation }
}

export async function loader(args: LoaderFunctionArgs) {
  const { organisation } = await requireOrganisation(args)
  const { name, municipality } = organisation
  return {
    name,
    municipality: municipality === null ? '' : (findMunicipality(municipality)?.name ?? ''),
    municipalities: municipalityOptions(),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { language, person, organisation } = await requireOrganisation(args)
  const form = await parseForm(args.request, ownOrganisationForm)
  if (!form.ok) return formFault(form)
  const fault = await changeOrganisation(person, organisation, form.data)
  if (fault) return formFault({ values: form.values, errors: { [fault.field]: fault.code } })
  return redirect(`/${language}/coordinate/organisations?saved`, 303)
}

export default function OwnOrganisation() {
  const { name, municipality, municipalities } = useLoaderData<typeof loader>()
  const { t } = useTranslation(['groups', 'manage'])
  const { language } = useFrame()
  const fault = useFormFault()
  return (
    <>
      <BackLink href={`/${language}/coordinate/organisations`}>{t('organisations.title')}</BackLink>
      <FormPage title={t('organisations.editTitle')} errors={fault.summary}>
        <PostForm>
          <Field
            name="name"
            label={t('manage:organisations.name')}
            autoComplete="off"
            dir="auto"
            maxLength={120}
            defaultValue={fault.value('name', name)}
            error={fault.error('name')}
          />
          <Field
            name="municipality"
            label={t('form.municipality')}
            description={t('organisations.municipalityHelp')}
            required={false}
            autoComplete="off"
            dir="ltr"
            maxLength={80}
            suggestions={municipalities}
            defaultValue={fault.value('municipality', municipality)}
            error={fault.error('municipality')}
          />
          <Button>{t('organisations.button')}</Button>
        </PostForm>
      </FormPage>
    </>
  )
}
