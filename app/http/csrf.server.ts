import { formToken, sameText } from '~/platform/auth/codes.server'

/** Cookie that holds on to a form token before somebody is signed in, for browsers that need one. */
export const formCookieName = '__Host-form'

/** The parts of a request that say where it comes from. */
export interface Origin {
  secFetchSite: string | undefined
  origin: string | undefined
  host: string | undefined
  appUrl: string
}

/**
 * What the headers say of a request that changes something.
 * Our pages send no referrer, so browsers send `Origin: null` with a form; Sec-Fetch-Site, which every browser since 2023
 * sends, is not touched by that.
 * @returns 'ours', 'foreign', or 'unknown' when only a token can tell
 */
export function originOf({ secFetchSite, origin, host, appUrl }: Origin): 'ours' | 'foreign' | 'unknown' {
  if (secFetchSite !== undefined) return secFetchSite === 'same-origin' || secFetchSite === 'none' ? 'ours' : 'foreign'
  if (origin === undefined || origin === 'null') return 'unknown'
  if (origin === appUrl) return 'ours'
  return URL.canParse(origin) && new URL(origin).host === host ? 'ours' : 'foreign'
}

/** Whether a token from a form belongs to the cookie that came with it. */
export function tokenHolds(token: string | null, holder: string | null): boolean {
  return token !== null && holder !== null && holder.length >= 16 && sameText(token, formToken(holder))
}

/** The token in the body of a form, whichever of the two ways the browser wrote it down. */
export function tokenIn(body: Buffer, contentType: string | undefined): string | null {
  if (!contentType?.startsWith('multipart/form-data')) return new URLSearchParams(body.toString('utf8')).get('formToken')
  return /name="formToken"\r\n\r\n([^\r\n]{1,200})\r\n/.exec(body.toString('latin1'))?.[1] ?? null
}
