import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useTranslation } from 'react-i18next'
import { FormPage } from '~/components/patterns/FormPage'
import { Button } from '~/components/primitives/Button'
import { Field } from '~/components/primitives/Field'
import { resetPasswordWithCode } from '~/domain/accounts/password-codes.server'
import { newPasswordByCodeForm } from '~/domain/accounts/schema'
import { requireLanguage } from '~/http/context.server'
import { useFormFault } from '~/http/form-fault'
import { PostForm } from '~/http/post-form'
import { formFault, parseForm } from '~/http/forms.server'
import { privatePageTitle } from '~/http/page'
import { signedInRedirect } from '~/http/signed-in.server'

export const meta: MetaFunction = ({ params }) => privatePageTitle(params, 'signInCode')

export function loader({ params }: LoaderFunctionArgs) {
  requireLanguage(params)
  return null
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const language = requireLanguage(params)
  const form = await parseForm(request, newPasswordByCodeForm)
  if (!form.ok) return formFault(form)
  const { email, code, password } = form.data
  const result = await resetPasswordWithCode({
    identifier: email,
    typedCode: code,
    password,
    address: context.address,
    device: context.device,
  })
  if (!result.ok && result.code === 'tooManyTries') {
    return formFault({ values: form.values, errors: { form: `tooManyTries:${result.seconds}` } }, 429)
  }
  if (!result.ok) return formFault({ values: form.values, errors: { code: result.code } })
  return signedInRedirect(`/${language}/learn`, result.cookie, { language, endBefore: context.session?.id })
}

export default function SignInCode() {
  const { t } = useTranslation('accounts')
  const fault = useFormFault()
  return (
    <FormPage title={t('code.title')} errors={fault.summary} intro={t('code.intro')}>
      <PostForm>
        <Field
          name="email"
          label={t('signIn.identifier')}
          autoComplete="username"
          dir="auto"
          spellCheck={false}
          defaultValue={fault.value('email')}
          error={fault.error('email')}
        />
        <Field
          name="code"
          label={t('code.code')}
          description={t('code.codeHelp')}
          autoComplete="one-time-code"
          dir="ltr"
          spellCheck={false}
          short
          defaultValue={fault.value('code')}
          error={fault.error('code')}
        />
        <Field
          name="password"
          type="password"
          label={t('code.newPassword')}
          description={t('passwordHelp')}
          autoComplete="new-password"
          error={fault.error('password')}
        />
        <Button>{t('code.button')}</Button>
      </PostForm>
    </FormPage>
  )
}
