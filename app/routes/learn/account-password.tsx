import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useTranslation } from 'react-i18next'
import { FormPage } from '~/components/patterns/FormPage'
import { Button } from '~/components/primitives/Button'
import { Field } from '~/components/primitives/Field'
import { Notice } from '~/components/primitives/Notice'
import { changePassword } from '~/domain/accounts/own-account.server'
import { changePasswordForm } from '~/domain/accounts/schema'
import { requireAccount, requireLanguage } from '~/http/context.server'
import { useFormFault } from '~/http/form-fault'
import { PostForm } from '~/http/post-form'
import { formFault, parseForm } from '~/http/forms.server'
import { privatePageTitle } from '~/http/page'
import { useSaved } from '~/http/saved'

export const meta: MetaFunction = ({ params }) => privatePageTitle(params, 'password')

export function loader({ request, params, context }: LoaderFunctionArgs) {
  requireAccount(context, { request, language: requireLanguage(params) })
  return null
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const language = requireLanguage(params)
  const { id } = requireAccount(context, { request, language })
  const form = await parseForm(request, changePasswordForm)
  if (!form.ok) return formFault(form)
  const { currentPassword, password } = form.data
  const result = await changePassword({
    accountId: id,
    sessionId: context.session!.id,
    current: currentPassword,
    next: password,
    address: context.address,
  })
  if (result === 'wrongPassword') return formFault({ values: {}, errors: { currentPassword: 'passwordWrong' } })
  if (result !== 'changed') return formFault({ values: {}, errors: { form: `tooManyTries:${result.seconds}` } }, 429)
  return new Response(null, { status: 303, headers: { Location: `/${language}/account/password?saved` } })
}

export default function AccountPassword() {
  const { t } = useTranslation('accounts')
  const fault = useFormFault()
  const saved = useSaved() && fault.summary.length === 0
  return (
    <FormPage title={t('password.title')} errors={fault.summary} intro={t('password.intro')}>
      {saved && (
        <Notice kind="success" role="status">
          <p className="utrecht-paragraph">{t('password.changed')}</p>
        </Notice>
      )}
      <PostForm>
        <Field
          name="currentPassword"
          type="password"
          label={t('password.current')}
          autoComplete="current-password"
          error={fault.error('currentPassword')}
        />
        <Field
          name="password"
          type="password"
          label={t('password.next')}
          description={t('passwordHelp')}
          autoComplete="new-password"
          error={fault.error('password')}
        />
        <Button>{t('password.button')}</Button>
      </PostForm>
    </FormPage>
  )
}
