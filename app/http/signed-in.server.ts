import { isLanguage, type Language } from '~/i18n/languages'
import { languageCookieName } from '~/i18n/negotiate'
import { endSession } from '~/platform/auth/sessions.server'

/**
 * The reply to a good sign-in: on to a page, with the session's cookie and one for the language.
 * @param endBefore id of a session that the browser had before; it ends, so that the id changes at sign-in
 */
export async function signedInRedirect(
  to: string,
  cookie: string,
  { language, endBefore }: { language: Language; endBefore?: string | undefined },
): Promise<Response> {
  if (endBefore) await endSession(endBefore)
  const headers = new Headers({ Location: to })
  headers.append('Set-Cookie', cookie)
  headers.append('Set-Cookie', languageCookie(language))
  return new Response(null, { status: 303, headers })
}

/** Keeps the language for the next visit of somebody with an account. Anonymous readers get no cookie. */
export function languageCookie(language: Language): string {
  return `${languageCookieName}=${language}; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=31536000`
}

/** An account's language, if it is (still) one of the seven. */
export function languageOf(account: { language: string }, otherwise: Language): Language {
  return isLanguage(account.language) ? account.language : otherwise
}
