import { makeSignInLink } from '~/domain/accounts/sign-in-links.server'
import type { Language } from '~/i18n/languages'
import { i18nOf } from '~/i18n/server'
import { languageOf } from './signed-in.server'
import { formatDate } from '~/i18n/formats'
import { log } from '~/platform/log/log.server'
import { mailIsConfigured, sendMail } from '~/platform/mail/mail.server'
import { env } from '~/platform/env/env.server'

/** Whether the site can send mail at all. */
export function canMail(): boolean {
  return mailIsConfigured()
}

/** Sends a link to sign in with to the owner of an e-mail address, if an account has it. Faults are logged, nobody waits. */
export async function mailSignInLink(email: string, otherwise: Language): Promise<void> {
  try {
    const link = await makeSignInLink(email)
    if (!link) return
    const language = languageOf(link, otherwise)
    const t = i18nOf(language).getFixedT(language, 'mail')
    const url = `${env().appUrl}/${language}/sign-in/link/${link.token}`
    await sendMail({ to: email, subject: t('signInLink.subject'), text: t('signInLink.text', { url }) })
  } catch (error) {
    // The whole error names the address.
    log().error({ code: (error as { code?: string }).code }, 'mail could not be sent')
  }
}

/**
 * Sends an invitation to an e-mail address, which is kept nowhere.
 * @param language in which the invited person reads
 * @returns whether it was sent
 */
export async function mailInvitation(email: string, { code, expiresAt }: { code: string; expiresAt: Date }, language: Language) {
  try {
    const t = i18nOf(language).getFixedT(language, 'mail')
    const url = `${env().appUrl}/${language}/join/${code}`
    await sendMail({
      to: email,
      subject: t('invitation.subject'),
      text: t('invitation.text', { url, until: formatDate(language, expiresAt) }),
    })
    return true
  } catch (error) {
    log().error({ code: (error as { code?: string }).code }, 'invitation could not be sent')
    return false
  }
}
