import type { Language } from '~/i18n/languages'
import { i18nOf } from '~/i18n/server'
import { log } from '~/platform/log/log.server'
import { mailIsConfigured, sendMail } from '~/platform/mail/mail.server'
import { env } from '~/platform/env/env.server'

/** Whether the site can send mail at all. */
export function canMail(): boolean {
  return mailIsConfigured()
}

/** Sends the link to sign in with. @returns false when the mail server did not take it */
export async function mailSignInLink(to: string, token: string, language: Language): Promise<boolean> {
  const t = i18nOf(language).getFixedT(language, 'mail')
  const url = `${env().appUrl}/${language}/sign-in/link/${token}`
  try {
    await sendMail({ to, subject: t('signInLink.subject'), text: t('signInLink.text', { url }) })
    return true
  } catch (error) {
    // The whole error names the address.
    log().error({ code: (error as { code?: string }).code }, 'mail could not be sent')
    return false
  }
}
