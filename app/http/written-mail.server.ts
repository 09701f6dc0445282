import { env } from '~/platform/env/env.server'
import { listWrittenMail } from '~/platform/mail/mail.server'

/** Whether this is a demo, where mail is written to a folder. */
export function writesMailToFolder(): boolean {
  return env().mode === 'demo'
}

export interface WrittenMail {
  at: Date
  to: string
  subject: string
  /** The text in pieces; an address of this site stands alone, to be followed. */
  pieces: { text: string; link: boolean }[]
}

/** Mail that was written to the folder, the newest first. */
export async function listDemoMail(): Promise<WrittenMail[]> {
  const mails = await listWrittenMail()
  return mails.map(({ at, to, subject, text }) => ({
    at: new Date(at),
    to,
    subject,
    pieces: text
      .split(/(https?:\/\/\S+)/)
      .map((piece, index) => ({ text: piece, link: index % 2 === 1 && piece.startsWith(`${env().appUrl}/`) })),
  }))
}
