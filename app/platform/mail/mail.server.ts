import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { createTransport } from 'nodemailer'
import { env } from '~/platform/env/env.server'

export interface Mail {
  to: string
  subject: string
  text: string
}

/** Whether mail can be sent at all: through SMTP, or into the folder of demo mode. */
export function mailIsConfigured(): boolean {
  return env().smtpUrl !== undefined || env().mode === 'demo'
}

/**
 * Sends a message; in demo mode without SMTP it is written to a folder instead, where the page /…/manage/mail shows it.
 * @throws Error when the SMTP server does not take it
 */
export async function sendMail(mail: Mail): Promise<void> {
  const { smtpUrl, mailFrom, mailFolder } = env()
  if (smtpUrl) {
    const transport = createTransport(smtpUrl)
    try {
      await transport.sendMail({ from: mailFrom, ...mail })
    } finally {
      transport.close()
    }
    return
  }
  await mkdir(mailFolder, { recursive: true })
  const name = `${new Date().toISOString().replace(/[:.]/g, '-')}-${Math.random().toString(36).slice(2, 8)}.json`
  const file = path.join(mailFolder, name)
  // Whole or not at all: somebody may be looking.
  await writeFile(`${file}.part`, JSON.stringify({ ...mail, at: new Date().toISOString() }))
  await rename(`${file}.part`, file)
}

/** What was written to the mail folder, newest first, at most fifty. */
export async function listWrittenMail(): Promise<(Mail & { at: string })[]> {
  const { mailFolder } = env()
  const names = await readdir(mailFolder).catch(() => [] as string[])
  const newest = names
    .filter((name) => name.endsWith('.json'))
    .sort()
    .reverse()
    .slice(0, 50)
  return Promise.all(newest.map(async (name) => JSON.parse(await readFile(path.join(mailFolder, name), 'utf8')) as Mail & { at: string }))
}
