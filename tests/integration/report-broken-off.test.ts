import { existsSync, readdirSync } from 'node:fs'
import { request as httpRequest, type ClientRequest, type IncomingMessage } from 'node:http'
import path from 'node:path'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { listExports } from '~/domain/participation/export-log.server'
import { makeGroup } from '../factories/groups'
import { fillMillion } from '../bench/million'
import { makeAccount, makeOrganisation, usualPassword } from '../factories/accounts'
import { isBeingRead } from '../setup/database-readings'
import { useEnvironment } from '../setup/environment'
import { freshFolder } from '../setup/fresh-database'
import { openSite, type OpenSite } from '../setup/http'
import { startReport } from '../setup/report-command'

// Exports that somebody leaves halfway. There is too much of it for the buffers on the way to take it all.

let site: OpenSite
const cookies: string[] = []
const sessions = '/nl/report/export.json?shape=sessions'

beforeAll(async () => {
  useEnvironment({ LEERKRING_MODE: 'production' })
  // With so much in the database a site that starts works out public figures first; nobody asks for them here.
  site = await openSite()
  await fillMillion(process.env.DATABASE_URL!, 6_000)
  for (let person = 0; person < 2; person += 1) {
    const { userName } = await makeAccount({ roles: [{ role: 'manager' }] })
    cookies.push(await site.signIn(userName, usualPassword))
  }
}, 120_000)

interface Begun {
  request: ClientRequest
  response: IncomingMessage
}

/** Asks for a file and takes only its first piece. */
function begin(address: string, cookie: string): Promise<Begun> {
  return new Promise((resolve, reject) => {
    const headers = { Host: 'localhost', Cookie: `__Host-session=${cookie}` }
    const request = httpRequest(`${site.url}${address}`, { headers, agent: false }, (response) => {
      response.once('error', () => undefined)
      response.once('readable', () => resolve({ request, response }))
    })
    request.once('error', reject)
    request.end()
  })
}

const statusOf = async (address: string, cookie: string) => {
  const { request, response } = await begin(address, cookie)
  request.destroy()
  return response.statusCode
}

describe('a browser that goes away halfway', () => {
  // Packed files are small enough for the buffers; that they stop too is tested where they are written.
  it.each(['csv', 'json'])('ends the reading, gives its place back, and leaves no hash: %s', async (format) => {
    const address = `/nl/report/export.${format}?shape=sessions`
    const two = [await begin(address, cookies[0]!), await begin(address, cookies[0]!)]
    expect(two.map(({ response }) => response.statusCode)).toEqual([200, 200])
    await vi.waitFor(async () => expect(await isBeingRead()).toBe(true), 20_000)
    for (const { request } of two) request.destroy()
    // Its places are free as soon as the server notices.
    await vi.waitFor(async () => expect(await statusOf('/nl/report/export.csv?programme=financieel', cookies[0]!)).toBe(200), 20_000)
    await vi.waitFor(async () => expect(await isBeingRead()).toBe(false), 20_000)
    const { lines } = await listExports({ skip: 0, take: 20 })
    const left = lines.filter((line) => line.shape === 'sessions' && line.format === format)
    expect(left).toHaveLength(2)
    for (const { finishedAt, hash, bytes } of left) expect([finishedAt, hash, bytes]).toEqual([null, null, null])
  })
})

describe('two exports at once', () => {
  it('are as many as one person gets, and the third is refused in words', async () => {
    const two = [await begin(sessions, cookies[0]!), await begin(sessions, cookies[0]!)]
    const third = await site.ask('/nl/report/export.csv', { session: cookies[0]! })
    expect([third.status, third.headers['retry-after']]).toEqual([429, '30'])
    expect(third.text).toBe('Er worden al bestanden voor je gemaakt. Wacht tot die klaar zijn en probeer het dan opnieuw.\n')
    expect(third.headers['content-disposition']).toBeUndefined()
    // Somebody else does not have to wait for them.
    expect(await statusOf(sessions, cookies[1]!)).toBe(200)
    for (const { request } of two) request.destroy()
    await vi.waitFor(async () => expect(await statusOf('/nl/report/export.csv', cookies[0]!)).toBe(200), 20_000)
  })

  it('do not mix: each is a whole file', async () => {
    const address = '/nl/report/export.csv?shape=sessions&asOf=2026-10-01'
    // What was broken off a moment ago may still hold a place.
    const [one, other] = await vi.waitFor(
      async () => {
        const both = await Promise.all([1, 2].map(() => site.ask(address, { session: cookies[1]! })))
        expect(both.map(({ status }) => status)).toEqual([200, 200])
        return both
      },
      { timeout: 40_000, interval: 200 },
    )
    expect(one!.body.length).toBeGreaterThan(1_000_000)
    expect(one!.body.equals(other!.body)).toBe(true)
  })
})

it('who registers meanwhile does not wait for an export, and the export tells of the moment it began', async () => {
  const { request, response } = await begin('/nl/report/export.csv?shape=sessions', cookies[0]!)
  const { id } = await makeOrganisation()
  const name = `Tijdens ${crypto.randomUUID()}`
  await makeGroup({ organisationId: id, name })
  let text = ''
  for await (const piece of response) text += String(piece)
  expect(text.endsWith('\r\n')).toBe(true)
  expect(text).not.toContain(name)
  request.destroy()
})

it('a command that is stopped leaves nothing behind', async () => {
  const folder = freshFolder()
  const { child, ended } = startReport(['--shape', 'sessions', '--format', 'json', '--out', path.join(folder, 'x.json')])
  await vi.waitFor(() => expect(readdirSync(folder)).toHaveLength(1), { timeout: 30_000, interval: 2 })
  child.kill('SIGINT')
  const { code, errors } = await ended
  expect([code, errors]).toEqual([1, 'Stopped; no file was written.\n'])
  expect(existsSync(folder) && readdirSync(folder)).toEqual([])
})
