import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { FormPage } from '~/components/patterns/FormPage'
import { Button } from '~/components/primitives/Button'
import { Field } from '~/components/primitives/Field'
import { Notice } from '~/components/primitives/Notice'
import { signInLinkForm } from '~/domain/accounts/schema'
import { takeLinkTry } from '~/domain/accounts/sign-in-links.server'
import { notFound, requireLanguage } from '~/http/context.server'
import { useFormFault } from '~/http/form-fault'
import { PostForm } from '~/http/post-form'
import { formFault, parseForm } from '~/http/forms.server'
import { canMail, mailSignInLink } from '~/http/mail.server'
import { privatePageTitle } from '~/http/page'

export const meta: MetaFunction = ({ params }) => privatePageTitle(params, 'signInLink')

export function loader({ params }: LoaderFunctionArgs) {
  requireLanguage(params)
  if (!canMail()) throw notFound()
  return null
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const language = requireLanguage(params)
  if (!canMail()) throw notFound()
  const form = await parseForm(request, signInLinkForm)
  if (!form.ok) return formFault(form)
  const seconds = await takeLinkTry(form.data.email, context.address)
  if (seconds > 0) return formFault({ values: form.values, errors: { form: `tooManyTries:${seconds}` } }, 429)
  // The page says the same whether there is such an account or not, and as fast.
  void mailSignInLink(form.data.email, language)
  return { sent: true }
}

export default function SignInLink() {
  const { t } = useTranslation('accounts')
  const fault = useFormFault()
  const answer = useActionData<typeof action>()
  const sent = answer !== undefined && 'sent' in answer
  return (
    <FormPage title={t('link.title')} errors={fault.summary} intro={sent ? undefined : t('link.intro')}>
      {sent ? (
        <Notice kind="success" role="status" title={t('link.sentTitle')}>
          <p className="utrecht-paragraph">{t('link.sent')}</p>
        </Notice>
      ) : (
        <PostForm>
          <Field
            name="email"
            type="email"
            label={t('link.email')}
            autoComplete="email"
            defaultValue={fault.value('email')}
            error={fault.error('email')}
          />
          <Button>{t('link.button')}</Button>
        </PostForm>
      )}
    </FormPage>
  )
}
