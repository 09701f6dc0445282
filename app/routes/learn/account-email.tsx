import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { FormPage } from '~/components/patterns/FormPage'
import { Button } from '~/components/primitives/Button'
import { Field } from '~/components/primitives/Field'
import { changeEmail } from '~/domain/accounts/own-account.server'
import { changeEmailForm } from '~/domain/accounts/schema'
import { requireAccount, requireLanguage } from '~/http/context.server'
import { useFormFault } from '~/http/form-fault'
import { formFault, parseForm } from '~/http/forms.server'
import { privatePageTitle } from '~/http/page'
import { PostForm } from '~/http/post-form'

export const meta: MetaFunction = ({ params }) => privatePageTitle(params, 'email')

export function loader({ request, params, context }: LoaderFunctionArgs) {
  const { email } = requireAccount(context, { request, language: requireLanguage(params) })
  return { email }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const language = requireLanguage(params)
  const { id } = requireAccount(context, { request, language })
  const form = await parseForm(request, changeEmailForm)
  if (!form.ok) return formFault(form)
  const { email, currentPassword } = form.data
  const result = await changeEmail({ accountId: id, email, password: currentPassword, address: context.address })
  if (result === 'wrongPassword') return formFault({ values: form.values, errors: { currentPassword: 'passwordWrong' } })
  if (result === 'taken') return formFault({ values: form.values, errors: { email: 'emailTaken' } })
  if (result !== 'changed') return formFault({ values: form.values, errors: { form: `tooManyTries:${result.seconds}` } }, 429)
  return new Response(null, { status: 303, headers: { Location: `/${language}/account?saved` } })
}

export default function AccountEmail() {
  const { email } = useLoaderData<typeof loader>()
  const { t } = useTranslation('accounts')
  const fault = useFormFault()
  return (
    <FormPage title={t('account.email')} errors={fault.summary}>
      <PostForm>
        <Field
          name="email"
          type="email"
          required={false}
          label={t('account.email')}
          description={t('account.emailHelp')}
          autoComplete="email"
          defaultValue={fault.value('email', email ?? '')}
          error={fault.error('email')}
        />
        <Field
          name="currentPassword"
          type="password"
          label={t('password.current')}
          autoComplete="current-password"
          error={fault.error('currentPassword')}
        />
        <Button>{t('account.save')}</Button>
      </PostForm>
    </FormPage>
  )
}
