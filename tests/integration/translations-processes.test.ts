import { beforeAll, describe, expect, it } from 'vitest'
import { openOtherSite } from '../setup/other-site'
import { openSite, ownForm, type OpenSite } from '../setup/http'
import { multipart } from '../setup/multipart'

// Two servers on one database, as on a host that runs a process for each processor.

type Site = Pick<OpenSite, 'ask'>

let one: OpenSite
let other: Site
let quick: Site
let session: string
beforeAll(async () => {
  one = await openSite()
  other = await openOtherSite()
  quick = await openOtherSite({ quickMinutes: true })
  session = await one.signInAs('editor')
}, 120_000)

const reader = (id: string) => `/en/courses/${id}`
const page = (id: string) => `/nl/manage/content/${id}/en`

/** What a translator sends back, with another title; and what it was checked against. */
async function fileWith(id: string, title: string): Promise<Record<string, string>> {
  const { text } = await one.ask(`${page(id)}/translation.po`, { session })
  const sent = text.replace(new RegExp(`(msgctxt "${id}/title"\nmsgid .*\nmsgstr )".*"`), `$1"${title}"`)
  const checked = await post(one, page(id), { intent: 'check', sent })
  const base = /name="base" value="([^"]*)"/.exec(checked.text)?.[1]
  if (!base) throw new Error('There is nothing to publish.')
  return { intent: 'publish', sent, base }
}

function post(site: Site, path: string, fields: Record<string, string>) {
  const { headers, body } = multipart(fields)
  return site.ask(path, { method: 'POST', session, headers: { ...ownForm, ...headers }, body })
}

describe('a translation that is put on the site by one of two servers', () => {
  it('is shown by the other one as soon as an editor looks there, also to readers', async () => {
    const id = 'opvoeding/limits'
    // A page that the other server keeps.
    expect((await other.ask(reader(id))).text).not.toContain('A title from one server')
    expect((await post(one, page(id), await fileWith(id, 'A title from one server'))).status).toBe(303)
    expect((await one.ask(reader(id))).text).toContain('A title from one server')
    expect((await other.ask('/nl/manage/content', { session })).status).toBe(200)
    expect((await other.ask(reader(id))).text).toContain('A title from one server')

    const { text } = await other.ask(page(id), { session })
    const base = /name="base" value="([^"]*)"/.exec(text)![1]!
    expect((await post(other, page(id), { intent: 'withdraw', base })).status).toBe(303)
    expect((await other.ask(reader(id))).text).not.toContain('A title from one server')
    expect((await post(one, page(id), { intent: 'withdraw', base })).status).toBe(409)
    expect((await one.ask(reader(id))).text).not.toContain('A title from one server')
  })

  it('is shown by the other one within a minute, when nobody looks', async () => {
    const id = 'opvoeding/passing-on'
    expect((await quick.ask(reader(id))).text).not.toContain('A title that travels')
    expect((await post(one, page(id), await fileWith(id, 'A title that travels'))).status).toBe(303)
    await expect.poll(async () => (await quick.ask(reader(id))).text, { timeout: 30_000 }).toContain('A title that travels')
  })

  it('is written once when two editors publish at the same moment, each on her own server', async () => {
    const id = 'thuis/asking-for-help'
    const files = [await fileWith(id, 'The first.'), await fileWith(id, 'The second.')]
    const answers = await Promise.all([post(one, page(id), files[0]!), post(other, page(id), files[1]!)])
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409])
    const won = answers[0].status === 303 ? 'The first.' : 'The second.'
    for (const site of [one, other]) {
      await site.ask('/nl/manage/content', { session })
      expect((await site.ask(reader(id))).text).toContain(won)
    }
  })
})
