import { redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { negotiateLanguage } from '~/i18n/negotiate'

/** Where a QR code leads: on to the questions, in the language of the telephone that scanned it. */
export function loader({ request, params }: LoaderFunctionArgs) {
  const language = negotiateLanguage(request.headers.get('Cookie'), request.headers.get('Accept-Language'))
  return redirect(`/${language}/evaluate/${encodeURIComponent(params.code ?? '')}`, { headers: { Vary: 'Cookie, Accept-Language' } })
}
