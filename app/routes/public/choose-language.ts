import { redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { negotiateLanguage } from '~/i18n/negotiate'

export function loader({ request }: LoaderFunctionArgs) {
  const language = negotiateLanguage(request.headers.get('Cookie'), request.headers.get('Accept-Language'))
  return redirect(`/${language}`, { headers: { Vary: 'Cookie, Accept-Language' } })
}
