import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { FormPage } from '~/components/patterns/FormPage'
import { Button } from '~/components/primitives/Button'
import { Checkbox } from '~/components/primitives/Checkbox'
import { DataList } from '~/components/primitives/DataList'
import { Field } from '~/components/primitives/Field'
import { Heading } from '~/components/primitives/Heading'
import { Link } from '~/components/primitives/Link'
import { Notice } from '~/components/primitives/Notice'
import { Select } from '~/components/primitives/Select'
import { findAccount } from '~/domain/accounts/manage-account.server'
import { saveOwnSettings } from '~/domain/accounts/own-account.server'
import { settingsForm } from '~/domain/accounts/schema'
import { forgetReflections } from '~/domain/courses/reflections.server'
import { requireAccount, requireLanguage } from '~/http/context.server'
import { useFormFault } from '~/http/form-fault'
import { PostForm } from '~/http/post-form'
import { formFault, parseForm } from '~/http/forms.server'
import { useFrame } from '~/http/frame'
import { privatePageTitle } from '~/http/page'
import { useSaved } from '~/http/saved'
import { languageCookie } from '~/http/signed-in.server'
import { directionOf, languageNames, languages } from '~/i18n/languages'

export const meta: MetaFunction = ({ params }) => privatePageTitle(params, 'account')

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { id, userName, email, language, withoutTests, keepReflections } = requireAccount(context, {
    request,
    language: requireLanguage(params),
  })
  const account = await findAccount(id)
  const roles = (account?.roles ?? []).map(({ role, organisation }) => ({ role, organisation: organisation?.name ?? null }))
  return { userName, email, language, withoutTests, keepReflections, roles }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { id } = requireAccount(context, { request, language: requireLanguage(params) })
  const form = await parseForm(request, settingsForm)
  if (!form.ok) return formFault(form)
  if (!(await saveOwnSettings(id, { ...form.data, email: form.data.email })))
    return formFault({ values: form.values, errors: { email: 'emailTaken' } })
  if (!form.data.keepReflections) await forgetReflections(id)
  return new Response(null, {
    status: 303,
    headers: { Location: `/${form.data.language}/account?saved`, 'Set-Cookie': languageCookie(form.data.language) },
  })
}

export default function Account() {
  const account = useLoaderData<typeof loader>()
  const failed = useActionData() !== undefined
  const { t } = useTranslation('accounts')
  const { language } = useFrame()
  const saved = useSaved()
  const fault = useFormFault()
  const more = ['sessions', 'password', 'delete'] as const
  // A box that is not ticked sends nothing, so after a fault the boxes are as they were sent.
  const ticked = (name: 'withoutTests' | 'keepReflections') => (failed ? fault.value(name) === 'on' : account[name])
  return (
    <FormPage title={t('account.title')} errors={fault.summary}>
      {saved && !failed && (
        <Notice kind="success" role="status">
          <p className="utrecht-paragraph">{t('account.saved')}</p>
        </Notice>
      )}
      <DataList
        items={[
          { key: 'userName', term: t('account.userName'), value: <bdi>{account.userName}</bdi> },
          {
            key: 'roles',
            term: t('account.roles'),
            value: account.roles.map(({ role, organisation }) => (
              <div key={`${role}-${organisation}`}>
                {organisation ? t('account.roleAt', { role: t(`roles.${role}`), organisation }) : t(`roles.${role}`)}
              </div>
            )),
          },
        ]}
      />
      <Heading level={2}>{t('account.choicesTitle')}</Heading>
      <PostForm>
        <Select
          name="language"
          label={t('account.language')}
          defaultValue={fault.value('language', account.language)}
          error={fault.error('language')}
          options={languages.map((code) => ({ value: code, label: languageNames[code], lang: code, dir: directionOf(code) }))}
        />
        <Field
          name="email"
          type="email"
          required={false}
          label={t('account.email')}
          description={t('account.emailHelp')}
          autoComplete="email"
          defaultValue={fault.value('email', account.email ?? '')}
          error={fault.error('email')}
        />
        <Checkbox
          name="withoutTests"
          label={t('account.withoutTests')}
          description={t('account.withoutTestsHelp')}
          defaultChecked={ticked('withoutTests')}
        />
        <Checkbox
          name="keepReflections"
          label={t('account.keepReflections')}
          description={t('account.keepReflectionsHelp')}
          defaultChecked={ticked('keepReflections')}
        />
        <Button>{t('account.save')}</Button>
      </PostForm>
      <Heading level={2}>{t('account.moreTitle')}</Heading>
      <ul className="utrecht-unordered-list">
        {more.map((page) => (
          <li key={page} className="utrecht-unordered-list__item">
            <Link href={`/${language}/account/${page}`}>{t(`account.${page}`)}</Link>
          </li>
        ))}
      </ul>
    </FormPage>
  )
}
