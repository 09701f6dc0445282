import { request as httpRequest, type IncomingHttpHeaders } from 'node:http'
import { fileURLToPath } from 'node:url'
import { afterAll } from 'vitest'
import { demoAccounts, type DemoRole } from './samples'

export interface Answer {
  status: number
  headers: IncomingHttpHeaders
  /** One text for each Set-Cookie header. */
  cookies: string[]
  body: Buffer
  text: string
}

export interface Asked {
  method?: string
  headers?: Record<string, string>
  /** Form fields, or a body as it is. */
  body?: Record<string, string> | Buffer
  /** What stands in the session cookie. */
  session?: string
}

export interface OpenSite {
  /** For who wants to hold a connection in her own hands. */
  url: string
  ask: (path: string, asked?: Asked) => Promise<Answer>
  /** Signs in through the page, as a browser does. @returns what stands in the session cookie */
  signIn: (userName: string, password: string) => Promise<string>
  signInAs: (role: DemoRole) => Promise<string>
}

interface BuiltServer {
  serve: () => Promise<{ url: string; stop: () => Promise<void> }>
}

/** What browsers send with a form of the site's own. */
export const ownForm = { 'Sec-Fetch-Site': 'same-origin' }

export const demoPassword = 'leerkring-demo'

/** The built site, as it is served, on the database of this test file; it stops after the file. */
export async function openSite(): Promise<OpenSite> {
  process.env.NODE_ENV = 'production'
  const built = fileURLToPath(new URL('../../build/server/index.js', import.meta.url))
  const { serve } = (await import(/* @vite-ignore */ built)) as BuiltServer
  const { url, stop } = await serve()
  afterAll(stop)
  const ask: OpenSite['ask'] = (path, asked = {}) => askAt(url, path, asked)
  const signIn: OpenSite['signIn'] = async (userName, password) => {
    const answer = await ask('/nl/sign-in', {
      method: 'POST',
      headers: { ...ownForm, 'X-Forwarded-For': nextAddress() },
      body: { email: userName, password },
    })
    const session = answer.cookies.find((cookie) => cookie.startsWith('__Host-session='))
    if (!session) throw new Error(`${userName} could not sign in: ${answer.status}`)
    return session.slice('__Host-session='.length, session.indexOf(';'))
  }
  return { url, ask, signIn, signInAs: (role) => signIn(demoAccounts[role], demoPassword) }
}

let count = 0
/** An address that nobody has tried from. */
export function nextAddress(): string {
  count += 1
  return `10.1.${count >> 8}.${count & 255}`
}

/** Asks a site at an address; `path` goes out as it is. */
export function askAt(url: string, path: string, { method = 'GET', headers = {}, body, session }: Asked): Promise<Answer> {
  const { port } = new URL(url)
  const isForm = body !== undefined && !Buffer.isBuffer(body)
  const content = isForm ? Buffer.from(new URLSearchParams(body).toString()) : body
  const all: Record<string, string> = {
    ...(isForm ? { 'Content-Type': 'application/x-www-form-urlencoded' } : {}),
    ...(content ? { 'Content-Length': String(content.length) } : {}),
    ...(session ? { Cookie: `__Host-session=${session}` } : {}),
    ...headers,
  }
  return new Promise((resolve, reject) => {
    // The path as it is: no client of ours tidies it up.
    const request = httpRequest(
      { host: '127.0.0.1', port, method, path, headers: { Host: 'localhost', ...all }, agent: false },
      (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.once('error', reject)
        response.once('end', () => {
          const whole = Buffer.concat(chunks)
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            cookies: response.headers['set-cookie'] ?? [],
            body: whole,
            text: whole.toString('utf8'),
          })
        })
      },
    )
    request.once('error', reject)
    request.end(content)
  })
}
