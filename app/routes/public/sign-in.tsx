import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { FormPage } from '~/components/patterns/FormPage'
import { Button } from '~/components/primitives/Button'
import { Field } from '~/components/primitives/Field'
import { Link } from '~/components/primitives/Link'
import { signInForm } from '~/domain/accounts/schema'
import { signIn } from '~/domain/accounts/sign-in.server'
import { requireLanguage, safeNext } from '~/http/context.server'
import { useFormFault } from '~/http/form-fault'
import { PostForm } from '~/http/post-form'
import { formFault, parseForm } from '~/http/forms.server'
import { useFrame } from '~/http/frame'
import { privatePageTitle } from '~/http/page'
import { canMail } from '~/http/mail.server'
import { signedInRedirect } from '~/http/signed-in.server'

export const meta: MetaFunction = ({ params }) => privatePageTitle(params, 'signIn')

export function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params)
  if (context.session) throw redirect(safeNext(new URL(request.url).searchParams.get('next'), `/${language}/learn`))
  return { mail: canMail() }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const language = requireLanguage(params)
  const form = await parseForm(request, signInForm)
  if (!form.ok) return formFault(form)
  const { email, password } = form.data
  const result = await signIn({ identifier: email, password, address: context.address, device: context.device })
  if (!result.ok && result.code === 'tooManyTries') {
    return formFault({ values: form.values, errors: { form: `tooManyTries:${result.seconds}` } }, 429)
  }
  if (!result.ok) return formFault({ values: form.values, errors: { email: result.code } })
  const next = safeNext(new URL(request.url).searchParams.get('next'), `/${language}/learn`)
  return signedInRedirect(next, result.cookie, { language, endBefore: context.session?.id })
}

export default function SignIn() {
  const { mail } = useLoaderData<typeof loader>()
  const { t } = useTranslation('accounts')
  const { language } = useFrame()
  const fault = useFormFault()
  return (
    <FormPage title={t('signIn.title')} errors={fault.summary} intro={t('signIn.intro')}>
      <PostForm>
        {/* One field for both: the name `email` is what password managers and the public interface know. */}
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
          name="password"
          type="password"
          label={t('signIn.password')}
          autoComplete="current-password"
          error={fault.error('password')}
        />
        <Button>{t('signIn.button')}</Button>
      </PostForm>
      <h2 className="utrecht-heading-2">{t('signIn.troubleTitle')}</h2>
      <ul className="utrecht-unordered-list">
        <li className="utrecht-unordered-list__item">
          <Link href={`/${language}/sign-in/code`}>{t('signIn.withCode')}</Link>
        </li>
        {mail && (
          <li className="utrecht-unordered-list__item">
            <Link href={`/${language}/sign-in/link`}>{t('signIn.withLink')}</Link>
          </li>
        )}
      </ul>
      <p className="utrecht-paragraph">{t('signIn.noAccount')}</p>
    </FormPage>
  )
}
