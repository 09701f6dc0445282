import type { LoaderFunctionArgs } from '@remix-run/node'
import { languageCookieName } from '~/i18n/negotiate'
import { blankSessionCookie, endSession } from '~/platform/auth/sessions.server'
import { env } from '~/platform/env/env.server'

// Not the cache: Chromium takes seconds to clear it, and the page would stay on the screen for as long.
const clear = '"cookies", "storage"'

/** Leaves the site: ends the session, clears what the browser keeps of the site, and goes somewhere neutral. */
export async function leave({ context }: LoaderFunctionArgs): Promise<Response> {
  return farewell(env().exitUrl, context.session?.id)
}

/** Ends the session and stays on the site. */
export async function signOutRedirect(to: string, sessionId: string | undefined): Promise<Response> {
  return farewell(to, sessionId)
}

async function farewell(to: string, sessionId: string | undefined): Promise<Response> {
  if (sessionId) await endSession(sessionId)
  const headers = new Headers({ Location: to, 'Clear-Site-Data': clear })
  // Not every browser knows Clear-Site-Data, and none heeds it without https.
  headers.append('Set-Cookie', blankSessionCookie())
  headers.append('Set-Cookie', `${languageCookieName}=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0`)
  return new Response(null, { status: 303, headers })
}
