import { RemixServer } from '@remix-run/react'
import type { AppLoadContext, EntryContext } from '@remix-run/node'
import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { isLanguage, sourceLanguage } from '~/i18n/languages'
import { i18nOf } from '~/i18n/server'
import { reportFault } from '~/http/report-fault.server'

/** Renders a page to a whole text: no page sends React, so nothing is gained by sending it in pieces. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
  _loadContext: AppLoadContext,
) {
  const segment = new URL(request.url).pathname.split('/')[1]
  const language = isLanguage(segment) ? segment : sourceLanguage
  const html = renderToStaticMarkup(
    <I18nextProvider i18n={i18nOf(language)}>
      <RemixServer context={context} url={request.url} />
    </I18nextProvider>,
  )
  headers.set('Content-Type', 'text/html; charset=utf-8')
  return new Response(`<!DOCTYPE html>${html}`, { status, headers })
}

/** Faults in loaders and actions. A reader who went away is none. */
export function handleError(error: unknown, { request }: { request: Request }) {
  if (!request.signal.aborted) reportFault(error)
}
