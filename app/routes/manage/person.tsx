import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { BackLink } from '~/components/patterns/BackLink'
import { NamedTitle } from '~/components/patterns/NamedTitle'
import { OneTimeCode } from '~/components/patterns/OneTimeCode'
import { DataList } from '~/components/primitives/DataList'
import { ErrorSummary } from '~/components/primitives/ErrorSummary'
import { LinkButton } from '~/components/primitives/LinkButton'
import { Notice } from '~/components/primitives/Notice'
import { changeAccount } from '~/domain/accounts/change-account.server'
import { viewAccount } from '~/domain/accounts/manage-account.server'
import { mayAdminister, mayChangeAccount, mayOversee } from '~/domain/accounts/policy'
import { accountChangeForm } from '~/domain/accounts/schema'
import { notFound, requireAccount, requireLanguage } from '~/http/context.server'
import { useFormFault } from '~/http/form-fault'
import { formFault, parseForm } from '~/http/forms.server'
import { useFrame } from '~/http/frame'
import { requireId } from '~/http/ids.server'
import { manageSections } from '~/http/manage-sections.server'
import { shownCode } from '~/http/one-time-code.server'
import { privatePageTitle } from '~/http/page'
import { useSaved } from '~/http/saved'
import { formatDate } from '~/i18n/formats'
import { ManageNav } from './ManageNav'
import { PersonActions } from './PersonActions'
import { RoleList } from './RoleList'

export { pageHeaders as headers } from '~/http/page-headers'
export { managementStyles as links } from '~/http/management-styles'
export const meta: MetaFunction = ({ params }) => privatePageTitle(params, 'person')

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params)
  const person = requireAccount(context, { request, language, may: mayOversee })
  const account = await viewAccount(person, requireId(params.account))
  if (!account) throw notFound()
  const { id, userName, createdAt, lastSeenOn, deactivatedAt, roles } = account
  return {
    sections: manageSections(person),
    self: id === person.id,
    mayChange: mayChangeAccount(person, id),
    userName,
    since: formatDate(language, createdAt),
    lastSeenOn,
    blockedSince: deactivatedAt && formatDate(language, deactivatedAt),
    roles: roles.map(({ role, organisation }) => ({ role, organisation: organisation?.name ?? null })),
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const language = requireLanguage(params)
  const person = requireAccount(context, { request, language, may: mayAdminister })
  const id = requireId(params.account)
  const form = await parseForm(request, accountChangeForm)
  if (!form.ok) return formFault({ values: {}, errors: { form: 'choiceUnknown' } })
  const result = await changeAccount(person, id, form.data.change)
  if (!result.done && result.why === 'unknown') throw notFound()
  if (!result.done && result.why === 'refused') throw new Response(null, { status: 403 })
  if (!result.done) return formFault({ values: {}, errors: { form: result.why } })
  // Shown in the reply and nowhere else: an address that shows a code could be opened again.
  if (result.issued) return data({ issued: shownCode(result.issued, language) }, { headers: { 'Cache-Control': 'no-store' } })
  return redirect(`/${language}/manage/people/${id}?${form.data.change}`, 303)
}

const noted = ['deactivate', 'reactivate', 'endSessions'] as const

export default function PersonPage() {
  const { sections, self, mayChange, userName, since, lastSeenOn, blockedSince, roles } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslation('manage')
  const { language } = useFrame()
  const fault = useFormFault()
  const saved = { deactivate: useSaved('deactivate'), reactivate: useSaved('reactivate'), endSessions: useSaved('endSessions') }
  const done = answer ? undefined : noted.find((change) => saved[change])
  return (
    <>
      <ManageNav sections={sections} />
      <BackLink href={`/${language}/manage/people`}>{t('person.back')}</BackLink>
      <ErrorSummary errors={fault.summary} />
      <NamedTitle kind={t('person.eyebrow')} name={userName} />
      {done && (
        <Notice kind="success" role="status">
          <p className="utrecht-paragraph">{t(`person.done.${done}`)}</p>
        </Notice>
      )}
      {answer && 'issued' in answer && <OneTimeCode {...answer.issued} />}
      <DataList
        items={[
          { key: 'roles', term: t('person.roles'), value: <RoleList roles={roles} /> },
          { key: 'since', term: t('person.since'), value: since },
          { key: 'lastSeen', term: t('person.lastSeen'), value: formatDate(language, lastSeenOn) },
          {
            key: 'state',
            term: t('person.state'),
            value: blockedSince ? t('person.blockedSince', { date: blockedSince }) : t('person.active'),
          },
        ]}
      />
      {self && (
        <Notice kind="info">
          <p className="utrecht-paragraph">{t('person.self')}</p>
          <LinkButton look="secondary" href={`/${language}/account`}>
            {t('person.toOwn')}
          </LinkButton>
        </Notice>
      )}
      {mayChange && <PersonActions active={blockedSince === null} />}
    </>
  )
}
