import { formatDateTime } from '~/i18n/formats'
import type { Language } from '~/i18n/languages'
import { codeAddress } from './invitation.server'

/** A code for a new password, in the words of the page that shows it. */
export function shownCode(issued: { code: string; expiresAt: Date; userName: string }, language: Language) {
  const { code, userName, expiresAt } = issued
  return { code, userName, until: formatDateTime(language, expiresAt), address: codeAddress(language) }
}
