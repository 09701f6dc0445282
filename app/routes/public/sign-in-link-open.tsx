import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { FormPage } from '~/components/patterns/FormPage'
import { Button } from '~/components/primitives/Button'
import { Link } from '~/components/primitives/Link'
import { signInLinkIsOpen, signInWithLink } from '~/domain/accounts/sign-in-links.server'
import { requireLanguage } from '~/http/context.server'
import { PostForm } from '~/http/post-form'
import { useFrame } from '~/http/frame'
import { privatePageTitle } from '~/http/page'
import { languageOf, signedInRedirect } from '~/http/signed-in.server'

export const meta: MetaFunction = ({ params }) => privatePageTitle(params, 'signInLink')

// A GET changes nothing: mail programs open links to look at them, and would use the link up.
export async function loader({ params }: LoaderFunctionArgs) {
  requireLanguage(params)
  return { open: await signInLinkIsOpen(params.token ?? '') }
}

export async function action({ params, context }: ActionFunctionArgs) {
  const language = requireLanguage(params)
  const result = await signInWithLink(params.token ?? '', context.device)
  if (!result) return null
  const own = languageOf(result, language)
  return signedInRedirect(`/${own}/learn`, result.cookie, { language: own, endBefore: context.session?.id })
}

export default function SignInLinkOpen() {
  const { open } = useLoaderData<typeof loader>()
  const { t } = useTranslation('accounts')
  const { language } = useFrame()
  return (
    <FormPage title={t('link.openTitle')} errors={[]} intro={open ? t('link.openIntro') : t('link.closed')}>
      {open ? (
        <PostForm>
          <Button>{t('signIn.button')}</Button>
        </PostForm>
      ) : (
        <p className="utrecht-paragraph">
          <Link href={`/${language}/sign-in/link`}>{t('link.again')}</Link>
        </p>
      )}
    </FormPage>
  )
}
