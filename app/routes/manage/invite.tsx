import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { BackLink } from '~/components/patterns/BackLink'
import { FormPage } from '~/components/patterns/FormPage'
import { Button } from '~/components/primitives/Button'
import { Heading } from '~/components/primitives/Heading'
import { Notice } from '~/components/primitives/Notice'
import { RadioGroup } from '~/components/primitives/RadioGroup'
import { Select } from '~/components/primitives/Select'
import { Table } from '~/components/primitives/Table'
import { UserText } from '~/components/primitives/UserText'
import { listOpenInvitations } from '~/domain/accounts/invitations.server'
import { invitePerson } from '~/domain/accounts/invite-person.server'
import { listOrganisations } from '~/domain/accounts/organisations.server'
import { mayAdminister } from '~/domain/accounts/policy'
import { invitablePeople, invitePersonForm } from '~/domain/accounts/schema'
import { requireAccount, requireLanguage } from '~/http/context.server'
import { useFormFault } from '~/http/form-fault'
import { formFault, parseForm } from '~/http/forms.server'
import { useFrame } from '~/http/frame'
import { manageSections } from '~/http/manage-sections.server'
import { privatePageTitle } from '~/http/page'
import { PostForm } from '~/http/post-form'
import { useSaved } from '~/http/saved'
import { formatDate } from '~/i18n/formats'
import { ManageNav } from './ManageNav'

export { managementStyles as links } from '~/http/management-styles'
export const meta: MetaFunction = ({ params }) => privatePageTitle(params, 'invite')

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params)
  const person = requireAccount(context, { request, language, may: mayAdminister })
  const [organisations, invitations] = await Promise.all([listOrganisations(), listOpenInvitations(null)])
  return {
    sections: manageSections(person),
    organisations: organisations.map(({ id, name }) => ({ value: id, label: name, dir: 'auto' as const })),
    invitations: invitations.map(({ id, role, organisation, expiresAt }) => ({
      id,
      role,
      organisation: organisation?.name ?? null,
      until: formatDate(language, expiresAt),
    })),
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const language = requireLanguage(params)
  const person = requireAccount(context, { request, language, may: mayAdminister })
  const form = await parseForm(request, invitePersonForm)
  if (!form.ok) return formFault(form)
  const id = await invitePerson(form.data, person.id)
  if (id === null) return formFault({ values: form.values, errors: { organisationId: 'choiceUnknown' } })
  return redirect(`/${language}/coordinate/invitations/${id}`, 303)
}

export default function Invite() {
  const { sections, organisations, invitations } = useLoaderData<typeof loader>()
  const { t } = useTranslation('manage')
  const { t: accounts } = useTranslation('accounts')
  const { language } = useFrame()
  const fault = useFormFault()
  const withdrawn = useSaved('withdrawn')
  const failed = useActionData() !== undefined
  return (
    <>
      <ManageNav sections={sections} />
      <BackLink href={`/${language}/manage/people`}>{t('person.back')}</BackLink>
      <FormPage title={t('invite.title')} errors={fault.summary} intro={t('invite.intro')}>
        {withdrawn && !failed && (
          <Notice kind="success" role="status">
            <p className="utrecht-paragraph">{t('invite.withdrawn')}</p>
          </Notice>
        )}
        <PostForm>
          <RadioGroup
            name="role"
            label={t('invite.role')}
            options={invitablePeople.map((role) => ({ value: role, label: accounts(`roles.${role}`), hint: t(`invite.roleHelp.${role}`) }))}
            defaultValue={fault.value('role')}
            error={fault.error('role')}
          />
          <Select
            name="organisationId"
            label={t('invite.organisation')}
            description={t('invite.organisationHelp')}
            required={false}
            placeholder={t('invite.noOrganisation')}
            options={organisations}
            defaultValue={fault.value('organisationId')}
            error={fault.error('organisationId')}
          />
          <Button>{t('invite.button')}</Button>
        </PostForm>
      </FormPage>
      {invitations.length > 0 && (
        <>
          <Heading level={2}>{t('invite.openTitle')}</Heading>
          <Table
            caption={t('invite.openCaption', { count: invitations.length })}
            columns={[
              { key: 'role', header: t('invite.openRole') },
              { key: 'organisation', header: t('invite.openOrganisation') },
              { key: 'until', header: t('invite.openUntil') },
              { key: 'show', header: t('invite.openAction') },
            ]}
            rows={invitations.map(({ id, role, organisation, until }) => {
              const name = accounts(`roles.${role}`)
              return {
                id,
                cells: {
                  role: name,
                  organisation: organisation ? <UserText>{organisation}</UserText> : '–',
                  until: <span className="lk-nowrap">{until}</span>,
                  show: (
                    <a
                      className="utrecht-link utrecht-link--html-a"
                      href={`/${language}/coordinate/invitations/${id}`}
                      aria-label={t('invite.showLabel', { role: name, until })}
                    >
                      {t('invite.show')}
                    </a>
                  ),
                },
              }
            })}
          />
        </>
      )}
    </>
  )
}
