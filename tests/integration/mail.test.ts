import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, expect, it } from 'vitest'

const received: string[] = []
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onData: (stream, _session, done) => {
    let text = ''
    stream.on('data', (chunk: Buffer) => (text += chunk.toString()))
    stream.on('end', () => {
      received.push(text)
      done()
    })
  },
})

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  process.env.SMTP_URL = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`
})

afterAll(() => new Promise<void>((resolve) => server.close(resolve)))

it('goes out through SMTP, in any script', async () => {
  // Only now: the configuration is read once.
  const { sendMail, mailIsConfigured } = await import('~/platform/mail/mail.server')
  expect(mailIsConfigured()).toBe(true)
  await sendMail({ to: 'iemand@voorbeeld.example', subject: 'تسجيل الدخول', text: 'https://leerkring.example/ar/sign-in/link/abc' })
  expect(received).toHaveLength(1)
  expect(received[0]).toContain('To: iemand@voorbeeld.example')
  expect(received[0]).toContain('Subject: =?UTF-8?')
  expect(received[0]).toContain('https://leerkring.example/ar/sign-in/link/abc')
})

it('says so when the server does not take it', async () => {
  const { sendMail } = await import('~/platform/mail/mail.server')
  await expect(sendMail({ to: 'geen adres', subject: 'x', text: 'x' })).rejects.toThrow()
})
