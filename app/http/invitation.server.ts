import type { Language } from '~/i18n/languages'
import { i18nOf } from '~/i18n/server'
import { env } from '~/platform/env/env.server'
import { qrSvg } from '~/platform/exports/qr.server'

/** The ways to an invitation: an address to pass on, the same to type over from paper, and a QR code. */
export interface InvitationLinks {
  url: string
  /** Without the scheme, and with the code in groups. */
  typed: string
  qr: string
}

/**
 * The links of an invitation.
 * @param language in which the invited person reads
 */
export function invitationLinks(invitation: { code: string; readableCode: string }, language: Language): InvitationLinks {
  const { appUrl } = env()
  const url = `${appUrl}/${language}/join/${invitation.code}`
  const typed = `${appUrl.replace(/^https?:\/\//, '')}/${language}/join/${invitation.readableCode}`
  return { url, typed, qr: qrSvg(url, { label: i18nOf(language).t('sheet.qr', { ns: 'coordinate' }) }) }
}

/** Where a code for a new password is filled in, to be read aloud or written down. */
export function codeAddress(language: Language): string {
  return `${env().appUrl.replace(/^https?:\/\//, '')}/${language}/sign-in/code`
}
