import type { AppLoadContext } from '@remix-run/node'
import { isLanguage, type Language } from '~/i18n/languages'
import type { Person } from '~/domain/accounts/policy'
import type { SessionAccount } from '~/platform/auth/sessions.server'
import type { ReceivedUpload } from './receive-upload.server'

/** What every loader and action gets beside the request, made once a request in app/server. */
export interface RequestContext {
  /** The account that is signed in, with the id of its session; null for an anonymous reader. */
  session: { id: string; account: SessionAccount } | null
  /** Network address, for throttling only; it is never stored as it is. */
  address: string
  /** Coarse name of the device, kept with a session. */
  device: string
  /** Token for forms of browsers that do not say where a request comes from; empty where none is needed. */
  formToken: string
  /** An action of this request answers with its form again: its page must not lead on to another one. */
  formFailed?: boolean
  /** The file of a form that was taken out of it while it came in. */
  upload?: ReceivedUpload
}

declare module '@remix-run/node' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- this is how a module's interface is widened
  interface AppLoadContext extends RequestContext {}
}

/** The language in the address. Throws a 404 response for anything but the seven. */
export function requireLanguage(params: { lang?: string }): Language {
  if (!isLanguage(params.lang)) throw notFound()
  return params.lang
}

/** A page that is not there, or not for who asks: the two look the same. */
export function notFound(): Response {
  return new Response(null, { status: 404 })
}

/**
 * The account behind a request.
 * @param may the policy it has to meet; signed in is enough without one
 * @throws Response a redirect to sign in for an anonymous reader, 403 for somebody without permission
 */
export function requireAccount(
  context: AppLoadContext,
  { request, language, may }: { request: Request; language: Language; may?: (person: Person) => boolean },
): SessionAccount & Person {
  const account = context.session?.account
  if (!account) {
    const { pathname, search } = new URL(request.url)
    const next = request.method === 'GET' ? `?next=${encodeURIComponent(pathname + search)}` : ''
    throw new Response(null, { status: 302, headers: { Location: `/${language}/sign-in${next}` } })
  }
  if (may && !may(account)) throw new Response(null, { status: 403 })
  return account
}

/**
 * Where to go after signing in.
 * @param next an address from a query; anything that is not a plain path of this site is left aside
 */
export function safeNext(next: string | null, fallback: string): string {
  if (!next || !/^\/[a-z]{2}\/[\w\-./?=&%]*$/.test(next) || next.includes('//')) return fallback
  return next
}
