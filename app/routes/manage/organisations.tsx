import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { FormPage } from '~/components/patterns/FormPage'
import { Button } from '~/components/primitives/Button'
import { Field } from '~/components/primitives/Field'
import { Heading } from '~/components/primitives/Heading'
import { Notice } from '~/components/primitives/Notice'
import { Select } from '~/components/primitives/Select'
import { findMunicipality } from '~/content/municipalities'
import { treeOf } from '~/domain/accounts/organisation-tree'
import { createOrganisation, listOrganisations } from '~/domain/accounts/organisations.server'
import { mayAdminister, mayOversee } from '~/domain/accounts/policy'
import { organisationForm, organisationKinds } from '~/domain/accounts/schema'
import { requireAccount, requireLanguage } from '~/http/context.server'
import { useFormFault } from '~/http/form-fault'
import { formFault, parseForm } from '~/http/forms.server'
import { manageSections } from '~/http/manage-sections.server'
import { municipalityOptions } from '~/http/municipality-list.server'
import { privatePageTitle } from '~/http/page'
import { PostForm } from '~/http/post-form'
import { useSaved } from '~/http/saved'
import { ManageNav } from './ManageNav'
import { OrganisationTree } from './OrganisationTree'

export { managementStyles as links } from '~/http/management-styles'
export const meta: MetaFunction = ({ params }) => privatePageTitle(params, 'organisations')

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const person = requireAccount(context, { request, language: requireLanguage(params), may: mayOversee })
  const organisations = await listOrganisations()
  return {
    sections: manageSections(person),
    mayAdd: mayAdminister(person),
    tree: treeOf(
      organisations.map(({ municipality, id, name, kind, parentId }) => ({
        id,
        name,
        kind,
        parentId,
        municipality: municipality === null ? null : (findMunicipality(municipality)?.name ?? municipality),
      })),
    ),
    municipalities: mayAdminister(person) ? municipalityOptions() : [],
    parents: organisations.map(({ id, name }) => ({ value: id, label: name, dir: 'auto' as const })),
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const language = requireLanguage(params)
  const person = requireAccount(context, { request, language, may: mayAdminister })
  const form = await parseForm(request, organisationForm)
  if (!form.ok) return formFault(form)
  const result = await createOrganisation({ ...form.data, parentId: form.data.parentId }, person.id)
  if ('code' in result) return formFault({ values: form.values, errors: { [result.field]: result.code } })
  return redirect(`/${language}/manage/organisations?added`, 303)
}

export default function Organisations() {
  const { sections, mayAdd, tree, parents, municipalities } = useLoaderData<typeof loader>()
  const { t } = useTranslation('manage')
  const fault = useFormFault()
  const failed = useActionData() !== undefined
  const added = useSaved('added') && !failed
  return (
    <>
      <ManageNav sections={sections} />
      <FormPage title={t('organisations.title')} errors={fault.summary} intro={t('organisations.intro')}>
        {added && (
          <Notice kind="success" role="status">
            <p className="utrecht-paragraph">{t('organisations.added')}</p>
          </Notice>
        )}
        {tree.length === 0 ? (
          <p className="utrecht-paragraph">{t('organisations.empty')}</p>
        ) : (
          <OrganisationTree label={t('organisations.treeLabel')} tree={tree} />
        )}
        {mayAdd && (
          <>
            <Heading level={2}>{t('organisations.addTitle')}</Heading>
            <PostForm>
              <Field
                name="name"
                label={t('organisations.name')}
                autoComplete="off"
                dir="auto"
                maxLength={120}
                defaultValue={fault.value('name')}
                error={fault.error('name')}
              />
              <Select
                name="kind"
                label={t('organisations.kindLabel')}
                placeholder={t('organisations.choose')}
                options={organisationKinds.map((kind) => ({ value: kind, label: t(`organisations.kind.${kind}`) }))}
                defaultValue={fault.value('kind')}
                error={fault.error('kind')}
              />
              <Field
                name="municipality"
                label={t('organisations.municipality')}
                description={t('organisations.municipalityHelp')}
                required={false}
                autoComplete="off"
                dir="ltr"
                maxLength={80}
                suggestions={municipalities}
                defaultValue={fault.value('municipality')}
                error={fault.error('municipality')}
              />
              {parents.length > 0 && (
                <Select
                  name="parentId"
                  label={t('organisations.parent')}
                  description={t('organisations.parentHelp')}
                  required={false}
                  placeholder={t('organisations.noParent')}
                  options={parents}
                  defaultValue={fault.value('parentId')}
                  error={fault.error('parentId')}
                />
              )}
              <Button>{t('organisations.button')}</Button>
            </PostForm>
          </>
        )}
      </FormPage>
    </>
  )
}
