import { beforeAll, describe, expect, it } from 'vitest'
import { makeAccount, usualPassword } from '../factories/accounts'
import { openSite, ownForm, type OpenSite } from '../setup/http'
import { useEnvironment } from '../setup/environment'

// Production mode on a database of its own: no demo data, https outside.

let site: OpenSite

beforeAll(async () => {
  useEnvironment({ LEERKRING_MODE: 'production', APP_URL: 'https://leerkring.example', METRICS_TOKEN: 'a-token-for-the-figures' })
  site = await openSite()
})

describe('in production', () => {
  it('browsers are told to come by https', async () => {
    for (const path of ['/nl', '/nl/none', '/icon.svg']) {
      expect((await site.ask(path)).headers['strict-transport-security']).toBe('max-age=63072000; includeSubDomains')
    }
  })

  it('there are no demo accounts', async () => {
    const { status } = await site.ask('/nl/sign-in', {
      method: 'POST',
      headers: ownForm,
      body: { email: 'beheer-demo', password: 'leerkring-demo' },
    })
    expect(status).toBe(422)
  })

  it('who has an account signs in', async () => {
    const { userName } = await makeAccount()
    expect(await site.signIn(userName, usualPassword)).toMatch(/^\w{20,}$/)
  })

  it('no mail is written to a folder, so there are no sign-in links without a mail server', async () => {
    expect((await site.ask('/nl/sign-in/link')).status).toBe(404)
    const { userName, password } = await makeAccount({ roles: [{ role: 'administrator' }] })
    const session = await site.signIn(userName, password)
    expect((await site.ask('/nl/manage/mail', { session })).status).toBe(404)
  })

  it('forms come from the address of the site', async () => {
    const post = (Origin: string) => site.ask('/nl/sign-in', { method: 'POST', headers: { Origin }, body: { email: 'x', password: 'y' } })
    expect((await post('https://leerkring.example')).status).toBe(422)
    expect((await post('https://other.example')).status).toBe(403)
  })

  it('figures are for who has the token', async () => {
    expect((await site.ask('/metrics')).status).toBe(404)
    expect((await site.ask('/metrics', { headers: { Authorization: 'Bearer a-token-for-the-figurez' } })).status).toBe(404)
    expect((await site.ask('/metrics', { headers: { Authorization: 'Bearer a-token-for-the-figures' } })).status).toBe(200)
  })
})
