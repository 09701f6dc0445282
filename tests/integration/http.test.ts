import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import { listedRoutes } from '../e2e/route-list'
import { nextAddress, openSite, ownForm, type OpenSite } from '../setup/http'
import { findSamples, type Samples } from '../setup/samples'

let site: OpenSite
let samples: Samples
let trainer: string

beforeAll(async () => {
  site = await openSite()
  samples = await findSamples()
  trainer = await site.signInAs('trainer')
})

describe('the headers of every answer', () => {
  it.each(['/', '/nl', '/nl/no-such-page', '/healthz', '/icon.svg', '/exit', '/nl/learn', '/xx', '/%', '/nl/courses/opvoeding/%ff'])(
    '%s',
    async (path) => {
      const { headers } = await site.ask(path)
      expect(headers).toMatchObject({
        'content-security-policy': expect.stringMatching(/^default-src 'none'; /) as string,
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'x-frame-options': 'DENY',
        'cross-origin-opener-policy': 'same-origin',
      })
      expect(headers['content-security-policy']).not.toMatch(/unsafe|\*|data:|https?:/)
      expect(headers).not.toHaveProperty('x-powered-by')
      // A demo on a laptop must not shut out plain http for years.
      expect(headers).not.toHaveProperty('strict-transport-security')
    },
  )

  it('come with errors too', async () => {
    const { status, headers } = await site.ask('/nl/sign-in', { method: 'POST', headers: ownForm, body: Buffer.alloc(70_000, 'a') })
    expect(status).toBe(413)
    expect(headers['content-security-policy']).toBeDefined()
  })
})

describe('a form from another site', () => {
  const post = (headers: Record<string, string>, body: Record<string, string> = {}) =>
    site.ask('/nl/sign-out', { method: 'POST', session: trainer, headers, body })

  it.each([
    ['a sub-domain', { 'Sec-Fetch-Site': 'same-site' }],
    ['another site', { 'Sec-Fetch-Site': 'cross-site' }],
    ['another site that claims our origin', { 'Sec-Fetch-Site': 'cross-site', Origin: 'http://localhost' }],
    ['another site in an old browser', { Origin: 'https://evil.example' }],
    ['our name under another port', { Origin: 'http://localhost:9999' }],
    ['an origin that is no address', { Origin: 'nonsense' }],
    ['a sandboxed frame, without a token', { Origin: 'null' }],
    ['nobody knows where, without a token', {}],
  ])('is refused: %s', async (_name, headers) => {
    const { status, cookies } = await post(headers)
    expect({ status, cookies }).toEqual({ status: 403, cookies: [] })
    expect((await site.ask('/nl/learn', { session: trainer })).status).toBe(200)
  })

  it('is refused with a token of somebody else', async () => {
    const other = await site.signInAs('editor')
    const token = tokenOn((await site.ask('/nl/sign-out', { session: other })).text)
    expect((await post({ Origin: 'null' }, { formToken: token })).status).toBe(403)
  })

  it('is refused by every route that takes a form', async () => {
    for (const { path } of listedRoutes) {
      const address = `/${path.replace(':lang', 'nl').replace(/:\w+|\*/g, 'x')}`
      const { status } = await site.ask(address, {
        method: 'POST',
        session: trainer,
        headers: { 'Sec-Fetch-Site': 'cross-site' },
        body: { a: 'b' },
      })
      expect({ path, status }).toEqual({ path, status: 403 })
    }
  })

  it.each([
    ['the site itself', { 'Sec-Fetch-Site': 'same-origin' }],
    ['the address bar', { 'Sec-Fetch-Site': 'none' }],
    ['the site in an old browser', { Origin: 'http://localhost' }],
  ])('is told from one of ours: %s', async (_name, headers) => {
    const session = await site.signInAs('editor')
    expect((await site.ask('/nl/sign-out', { method: 'POST', session, headers, body: {} })).status).toBe(303)
  })

  it('is told from one of ours by its token, where a browser says nothing', async () => {
    const session = await site.signInAs('editor')
    const formToken = tokenOn((await site.ask('/nl/sign-out', { session })).text)
    expect((await site.ask('/nl/sign-out', { method: 'POST', session, headers: { Origin: 'null' }, body: { formToken } })).status).toBe(303)
  })

  it('can be told before signing in as well, by a cookie for the form alone', async () => {
    const page = await site.ask('/nl/sign-in')
    const [cookie = ''] = page.cookies
    expect(cookie).toMatch(/^__Host-form=[\w-]{24}; Path=\/; Secure; HttpOnly; SameSite=Lax$/)
    const body = { email: 'trainer-demo', password: 'leerkring-demo', formToken: tokenOn(page.text) }
    const headers = { Cookie: cookie.split(';')[0]!, 'X-Forwarded-For': nextAddress() }
    expect((await site.ask('/nl/sign-in', { method: 'POST', headers, body })).status).toBe(303)
    expect((await site.ask('/nl/sign-in', { method: 'POST', headers, body: { ...body, formToken: 'x' } })).status).toBe(403)
  })

  it('cannot change anything with GET', async () => {
    expect((await site.ask('/nl/sign-out', { session: trainer })).status).toBe(200)
    expect((await site.ask('/nl/learn', { session: trainer })).status).toBe(200)
  })
})

function tokenOn(html: string): string {
  return /name="formToken" value="([^"]+)"/.exec(html)?.[1] ?? ''
}

describe('cookies', () => {
  it.each(['/', '/nl', '/ar/help', '/nl/courses/opvoeding', '/nl/courses/opvoeding/limits', '/nl/no-such-page', '/icon.svg'])(
    'an anonymous reader gets none: %s',
    async (path) => {
      expect((await site.ask(path)).cookies).toEqual([])
    },
  )

  it('an anonymous reader of the sign-in page gets none either, with a browser of today', async () => {
    expect((await site.ask('/nl/sign-in', { headers: { 'Sec-Fetch-Site': 'none' } })).cookies).toEqual([])
  })

  it('can only be read by this host, over https, and not by scripts', async () => {
    const headers = { ...ownForm, 'X-Forwarded-For': nextAddress() }
    const { cookies } = await site.ask('/nl/sign-in', {
      method: 'POST',
      headers,
      body: { email: 'trainer-demo', password: 'leerkring-demo' },
    })
    expect(cookies.map((cookie) => cookie.split('=')[0]).sort()).toEqual(['__Host-language', '__Host-session'])
    for (const cookie of cookies) {
      const attributes = cookie.toLowerCase().split('; ').slice(1)
      expect(attributes).toEqual(expect.arrayContaining(['path=/', 'secure', 'httponly', 'samesite=lax']))
      expect(cookie.toLowerCase()).not.toContain('domain=')
    }
  })

  it('all go when somebody leaves, and the session with them', async () => {
    const session = await site.signInAs('editor')
    const { status, headers, cookies } = await site.ask('/exit', { session })
    expect(status).toBe(303)
    expect(headers['location']).toBe('/icon.svg')
    expect(headers['clear-site-data']).toBe('"cookies", "storage"')
    expect(cookies.map((cookie) => cookie.split(';')[0]).sort()).toEqual(['__Host-language=', '__Host-session='])
    expect((await site.ask('/nl/learn', { session })).status).toBe(302)
  })

  it('the id of a session changes at sign-in, and the old one ends', async () => {
    const before = await site.signInAs('editor')
    const headers = { ...ownForm, 'X-Forwarded-For': nextAddress() }
    const { cookies } = await site.ask('/nl/sign-in', {
      method: 'POST',
      session: before,
      headers,
      body: { email: 'redactie-demo', password: 'leerkring-demo' },
    })
    expect(cookies.join()).toContain('__Host-session=')
    expect(cookies.join()).not.toContain(before)
    expect((await site.ask('/nl/learn', { session: before })).status).toBe(302)
  })
})

describe('kept pages', () => {
  it.each([
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
  ] as const)('are sent with %s, the same text', async (encoding, decompress) => {
    const plain = await site.ask('/nl')
    const small = await site.ask('/nl', { headers: { 'Accept-Encoding': encoding } })
    expect(plain.headers).not.toHaveProperty('content-encoding')
    expect(small.headers['content-encoding']).toBe(encoding)
    expect(small.headers['vary']).toContain('Accept-Encoding')
    expect(decompress(small.body).toString()).toBe(plain.text)
  })

  it.each([
    ['gzip;q=0.5, br;q=0', 'gzip'],
    ['br;q=0, gzip;q=0', undefined],
    ['identity', undefined],
    ['deflate, gzip, br', 'br'],
  ])('take "%s" at its word', async (header, encoding) => {
    expect((await site.ask('/nl', { headers: { 'Accept-Encoding': header } })).headers['content-encoding']).toBe(encoding)
  })

  it('are not sent again to who has them', async () => {
    const { headers } = await site.ask('/nl/help')
    expect(headers['cache-control']).toBe('public, no-cache')
    for (const tag of [headers.etag!, `W/${headers.etag}`, `"x", ${headers.etag}`, '*']) {
      const again = await site.ask('/nl/help', { headers: { 'If-None-Match': tag } })
      expect({ tag, status: again.status, length: again.body.length }).toEqual({ tag, status: 304, length: 0 })
    }
    expect((await site.ask('/nl/help', { headers: { 'If-None-Match': '"x"' } })).status).toBe(200)
  })

  it.each(['/nl', '/nl/courses/opvoeding', '/nl/courses/opvoeding/safe-start', '/ar/help'])(
    'of somebody who is signed in reach nobody else: %s',
    async (path) => {
      const own = await site.ask(path, { session: trainer })
      expect(own.text).toContain('trainer-demo')
      expect(own.headers['cache-control']).toMatch(/no-store|private/)
      const open = await site.ask(path)
      expect(open.text).not.toContain('trainer-demo')
      expect((await site.ask(path, { session: trainer })).text).toContain('trainer-demo')
      const other = await site.ask(path, { session: samples.sessions.coordinator })
      expect(other.text).toContain('coordinator-demo')
      expect(other.text).not.toContain('trainer-demo')
    },
  )

  it('reach nobody under an address with a query either', async () => {
    expect((await site.ask('/nl?x=<script>', { session: trainer })).text).toContain('trainer-demo')
    const { text } = await site.ask('/nl?x=<script>')
    expect(text).not.toContain('trainer-demo')
    expect(text).not.toContain('<script>')
  })

  it('a personal page is kept nowhere', async () => {
    for (const path of ['/nl/learn', '/nl/account', '/nl/account/sessions', '/nl/sign-in']) {
      expect((await site.ask(path, { session: trainer })).headers['cache-control']).toMatch(/no-store/)
    }
  })

  it('HEAD before the first GET does not empty the page for everybody', async () => {
    const path = '/so/accessibility'
    const head = await site.ask(path, { method: 'HEAD' })
    const page = await site.ask(path)
    expect(page.text).toContain('</html>')
    expect(head.headers.etag).toBe(page.headers.etag)
  })

  it('HEAD has the headers of GET and no text', async () => {
    for (const path of ['/nl', '/nl/sign-in', '/healthz', '/nl/no-such-page']) {
      const get = await site.ask(path)
      const head = await site.ask(path, { method: 'HEAD' })
      expect({ path, status: head.status, length: head.body.length }).toEqual({ path, status: get.status, length: 0 })
      expect(head.headers['content-type']).toBe(get.headers['content-type'])
    }
  })
})

describe('addresses', () => {
  it.each([
    [{}, '/nl'],
    [{ 'Accept-Language': 'ar-SY,ar;q=0.9,en;q=0.8' }, '/ar'],
    [{ 'Accept-Language': 'de, prs;q=0.7, en;q=0.5' }, '/fa'],
    [{ 'Accept-Language': 'en;q=0.1, ti;q=0.9' }, '/ti'],
    [{ 'Accept-Language': 'de-DE' }, '/nl'],
    [{ 'Accept-Language': 'so;q=0, tr' }, '/tr'],
    [{ 'Accept-Language': ',;;q=,=\t' }, '/nl'],
    [{ 'Accept-Language': 'ar', Cookie: '__Host-language=so' }, '/so'],
    [{ 'Accept-Language': 'ar', Cookie: '__Host-language=xx' }, '/ar'],
  ])('/ leads %j to %s', async (headers, location) => {
    const answer = await site.ask('/', { headers: headers })
    expect({ status: answer.status, location: answer.headers.location }).toEqual({ status: 302, location })
    expect(answer.headers['vary']).toContain('Accept-Language')
  })

  it.each([
    '/xx',
    '/xx/help',
    '/NL',
    '/nl/courses/none',
    '/nl/courses/opvoeding/none',
    '/nl/certificates/none.pdf',
    '/nl/no/such/page',
    '/.env',
    '/nl/../../etc/passwd',
    '/assets/none.js',
    '/%',
  ])('%s is not there', async (path) => {
    const { status } = await site.ask(path)
    expect([400, 404]).toContain(status)
  })

  it.each(['PUT', 'DELETE', 'PATCH', 'TRACE', 'OPTIONS'])('%s is not taken', async (method) => {
    for (const path of ['/nl', '/nl/sign-in', '/healthz', '/nl/learn']) {
      const { status, headers } = await site.ask(path, { method, session: trainer, headers: ownForm })
      expect({ path, status }).toEqual({ path, status: 405 })
      expect(headers.allow ?? 'GET').toContain('GET')
    }
  })

  it('POST is not taken by a page without a form', async () => {
    expect((await site.ask('/nl/help', { method: 'POST', headers: ownForm, body: {} })).status).toBe(405)
  })

  it('signing in leads on within this site only', async () => {
    const locationFor = async (next: string) => {
      const headers = { ...ownForm, 'X-Forwarded-For': nextAddress() }
      const answer = await site.ask(`/nl/sign-in?next=${encodeURIComponent(next)}`, {
        method: 'POST',
        headers,
        body: { email: 'trainer-demo', password: 'leerkring-demo' },
      })
      return answer.headers.location
    }
    expect(await locationFor('/ar/courses/opvoeding')).toBe('/ar/courses/opvoeding')
    for (const next of [
      'https://evil.example/',
      '//evil.example',
      '/\\evil.example',
      '/nl//evil.example',
      'javascript:alert(1)',
      '/nl/\r\nSet-Cookie: a=b',
      '/nl/learn#x',
    ]) {
      expect(await locationFor(next)).toBe('/nl/learn')
    }
  })

  it('a certificate is a PDF under the address that stands on it', async () => {
    const { status, headers, body } = await site.ask(`/nl/certificates/${samples.params.code}.pdf`)
    expect({ status, type: headers['content-type'], start: body.subarray(0, 5).toString() }).toEqual({
      status: 200,
      type: 'application/pdf',
      start: '%PDF-',
    })
    expect(headers['x-robots-tag']).toBe('noindex')
  })
})

describe('what is sent', () => {
  const form = (body: Record<string, string> | Buffer, headers: Record<string, string> = {}) =>
    site.ask('/nl/sign-in', { method: 'POST', headers: { ...ownForm, 'X-Forwarded-For': nextAddress(), ...headers }, body })

  it('is answered with the page and what was typed, never the password', async () => {
    const { status, text, headers } = await form({ email: 'trainer-demo"><b>', password: 'not-the-password' })
    expect(status).toBe(422)
    expect(text).toContain('trainer-demo&quot;&gt;&lt;b&gt;')
    expect(text).not.toContain('not-the-password')
    expect(headers['cache-control']).toContain('no-store')
  })

  it('says the same of a wrong password and of nobody', async () => {
    const page = async (email: string) => (await form({ email, password: 'wrong wrong wrong' })).text.replaceAll(email, '')
    expect(await page('trainer-demo')).toBe(await page('nobody-demo'))
  })

  it('may be nonsense', async () => {
    for (const [body, type] of [
      [Buffer.from('{"email":'), 'application/json'],
      [Buffer.from('x'), 'multipart/form-data; boundary=y'],
      [Buffer.from([0xff, 0xfe, 0x00]), 'application/x-www-form-urlencoded'],
      [Buffer.from('email=%'), 'application/x-www-form-urlencoded'],
      [Buffer.from(''), 'text/plain'],
    ] as const) {
      const { status } = await form(body, { 'Content-Type': type })
      expect({ type, body: body.toString(), status }).toEqual({
        type,
        body: body.toString(),
        status: expect.toSatisfy((given: number) => given >= 400 && given < 500) as number,
      })
    }
  })

  it('is slowed down after five wrong passwords for one account from one place', async () => {
    const address = { 'X-Forwarded-For': nextAddress() }
    const statuses: number[] = []
    for (let index = 0; index < 8; index += 1)
      statuses.push((await form({ email: 'slowed-down', password: 'wrong wrong wrong' }, address)).status)
    expect(statuses.slice(0, 5)).toEqual([422, 422, 422, 422, 422])
    expect(statuses.slice(6)).toContain(429)
  })
})

describe('operations', () => {
  it('/healthz and /readyz say that all is well', async () => {
    expect((await site.ask('/healthz')).text).toBe('ok\n')
    expect((await site.ask('/readyz')).text).toBe('ready\n')
  })

  it('/metrics is for this machine alone, and names no page and nobody', async () => {
    expect((await site.ask('/metrics', { headers: { 'X-Forwarded-For': '192.0.2.7' } })).status).toBe(404)
    const { status, text } = await site.ask('/metrics')
    expect(status).toBe(200)
    expect(text).toContain('leerkring_http_answers_total')
    expect(text).not.toMatch(/courses|trainer|opvoeding/)
  })
})
