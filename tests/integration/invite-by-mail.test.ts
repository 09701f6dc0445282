import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openSite, ownForm, type OpenSite } from '../setup/http'
import { findSamples } from '../setup/samples'

// A mail server that does not know everybody.
const received: { to: string[]; text: string }[] = []
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onRcptTo: ({ address }, _session, done) => done(address.startsWith('onbekend') ? new Error('550 unknown') : null),
  onData: (stream, session, done) => {
    let text = ''
    stream.on('data', (chunk: Buffer) => (text += chunk.toString()))
    stream.on('end', () => {
      received.push({ to: session.envelope.rcptTo.map(({ address }) => address), text })
      done()
    })
  },
})

let site: OpenSite
let address: string
let session: string
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  process.env.SMTP_URL = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`
  site = await openSite()
  address = `/nl/coordinate/cohorts/${(await findSamples()).params.cohort}/invitations`
  session = await site.signInAs('coordinator')
})
afterAll(() => new Promise<void>((resolve) => server.close(resolve)))

const openInvitations = async () => {
  const { text } = await site.ask(address, { session })
  return text.match(/coordinate\/invitations\/[\w-]{36}/g)!.length
}
const send = (addresses: string, key: string) =>
  site.ask(`${address}/mail`, { method: 'POST', session, headers: ownForm, body: { key, background: 'volunteer', addresses } })

it('gives back the addresses that no letter went to, and only those', async () => {
  const before = await openInvitations()
  const answer = await send('een@voorbeeld.example, onbekend@voorbeeld.example', crypto.randomUUID())
  expect(answer.status).toBe(422)
  expect(answer.text).toContain('onbekend@voorbeeld.example')
  expect(answer.text).not.toContain('een@voorbeeld.example')
  expect(received.map(({ to }) => to)).toEqual([['een@voorbeeld.example']])
  // The invitation that reached nobody does not work.
  expect(await openInvitations()).toBe(before + 1)
})

it('sends no letter twice when the form comes twice, and does not say then that it did', async () => {
  const before = await openInvitations()
  const key = crypto.randomUUID()
  const [first, second] = [await send('twee@voorbeeld.example', key), await send('twee@voorbeeld.example', key)]
  expect([first.status, second.status]).toEqual([303, 303])
  expect([first.headers.location, second.headers.location]).toEqual([`${address}?sent`, `${address}?invited`])
  expect(received.filter(({ to }) => to.includes('twee@voorbeeld.example'))).toHaveLength(1)
  expect(await openInvitations()).toBe(before + 1)
})
