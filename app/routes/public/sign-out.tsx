import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useTranslation } from 'react-i18next'
import { FormPage } from '~/components/patterns/FormPage'
import { Button } from '~/components/primitives/Button'
import { requireLanguage } from '~/http/context.server'
import { PostForm } from '~/http/post-form'
import { privatePageTitle } from '~/http/page'
import { signOutRedirect } from '~/http/leave.server'

export const meta: MetaFunction = ({ params }) => privatePageTitle(params, 'signOut')

export function loader({ params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params)
  if (!context.session) throw redirect(`/${language}`)
  return null
}

export function action({ params, context }: ActionFunctionArgs) {
  return signOutRedirect(`/${requireLanguage(params)}`, context.session?.id)
}

export default function SignOut() {
  const { t } = useTranslation('accounts')
  return (
    <FormPage title={t('signOut.title')} errors={[]} intro={t('signOut.intro')}>
      <PostForm>
        <Button>{t('signOut.button')}</Button>
      </PostForm>
    </FormPage>
  )
}
