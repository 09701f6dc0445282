import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { FormPage } from '~/components/patterns/FormPage'
import { Button } from '~/components/primitives/Button'
import { Field } from '~/components/primitives/Field'
import { Link } from '~/components/primitives/Link'
import { deleteOwnAccount } from '~/domain/accounts/own-account.server'
import { signInForm } from '~/domain/accounts/schema'
import { requireAccount, requireLanguage } from '~/http/context.server'
import { useFormFault } from '~/http/form-fault'
import { PostForm } from '~/http/post-form'
import { formFault, parseForm } from '~/http/forms.server'
import { useFrame } from '~/http/frame'
import { signOutRedirect } from '~/http/leave.server'
import { privatePageTitle } from '~/http/page'

const passwordOnly = z.object({ password: signInForm.shape.password })

export const meta: MetaFunction = ({ params }) => privatePageTitle(params, 'deleteAccount')

export function loader({ request, params, context }: LoaderFunctionArgs) {
  requireAccount(context, { request, language: requireLanguage(params) })
  return null
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const language = requireLanguage(params)
  const { id } = requireAccount(context, { request, language })
  const form = await parseForm(request, passwordOnly)
  if (!form.ok) return formFault(form)
  const result = await deleteOwnAccount({ accountId: id, password: form.data.password, address: context.address })
  if (result === 'wrongPassword') return formFault({ values: {}, errors: { password: 'passwordWrong' } })
  if (result === 'lastAdministrator') return formFault({ values: {}, errors: { form: 'lastAdministrator' } })
  if (result !== 'deleted') return formFault({ values: {}, errors: { form: `tooManyTries:${result.seconds}` } }, 429)
  return signOutRedirect(`/${language}`, undefined)
}

export default function AccountDelete() {
  const { t } = useTranslation('accounts')
  const { language } = useFrame()
  const fault = useFormFault()
  return (
    <FormPage title={t('delete.title')} errors={fault.summary} intro={t('delete.intro')}>
      <PostForm>
        <Field
          name="password"
          type="password"
          label={t('delete.password')}
          autoComplete="current-password"
          error={fault.error('password')}
        />
        <Button look="secondary">{t('delete.button')}</Button>
      </PostForm>
      <p className="utrecht-paragraph">
        <Link href={`/${language}/account`}>{t('delete.keep')}</Link>
      </p>
    </FormPage>
  )
}
