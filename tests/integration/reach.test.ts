import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { database } from '~/platform/db/client.server'
import { addUses } from '../factories/reach'
import { nextAddress, openSite, ownForm, type OpenSite } from '../setup/http'
import { sampleFile } from '../setup/samples'

const phone = 'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/124.0.0.0 Mobile Safari/537.36'
const { item, name, bytes } = sampleFile()
const page = `/nl/library/${item}`
const sound = `/media/${item}/${name}`

let site: OpenSite
let editor: string

beforeAll(async () => {
  site = await openSite()
  editor = await site.signInAs('editor')
})

beforeEach(async () => {
  await read()
  await database().libraryReach.deleteMany()
})

/** Who looks at the counts gets all until now. */
const read = () => site.ask('/nl/manage/reach', { session: editor })

/** Sums in brief: `view nl 2`, with what the visitor said behind it. */
async function sums(): Promise<string[]> {
  await read()
  const rows = await database().libraryReach.findMany({ where: { itemId: item } })
  return rows
    .filter(({ count }) => count !== 0)
    .map(({ kind, language, municipality, profession, count }) =>
      [kind, language, municipality, profession, count].filter(Boolean).join(' '),
    )
    .sort()
}

/** Somebody at a place of her own. */
function visitor(userAgent = phone) {
  const address = nextAddress()
  return (path: string, headers: Record<string, string> = {}, asked: { method?: string; body?: Record<string, string> | Buffer } = {}) =>
    site.ask(path, { ...asked, headers: { 'User-Agent': userAgent, 'X-Forwarded-For': address, ...headers } })
}

describe('a page of the library', () => {
  it('counts for each visitor, rendered or kept, and not again when it is loaded again', async () => {
    const [anna, bea] = [visitor(), visitor()]
    for (let times = 0; times < 3; times += 1) expect((await anna(page)).status).toBe(200)
    expect((await bea(page)).status).toBe(200)
    expect((await bea(`/ar/library/${item}`)).status).toBe(200)
    expect(await sums()).toEqual(['view nl 2'])
    await visitor()(`/ar/library/${item}`)
    expect(await sums()).toEqual(['view ar 1', 'view nl 2'])
  })

  it('does not count for robots, for who fetches beforehand, for a HEAD, or when the browser has it still', async () => {
    await visitor('Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)')(page)
    await visitor()(page, { 'Sec-Purpose': 'prefetch;prerender' })
    await visitor()(page, {}, { method: 'HEAD' })
    const { headers } = await visitor('curl/8.5.0')(page)
    expect((await visitor()(page, { 'If-None-Match': headers.etag! })).status).toBe(304)
    for (const path of ['/nl/library', '/nl/library/no-such-item', `${page}/where`, '/nl/courses']) await visitor()(path)
    expect(await sums()).toEqual([])
  })

  it('sets no cookie, before or after', async () => {
    const anna = visitor()
    const answers = [
      await anna(page),
      await anna(page),
      await anna(`${page}/where`, ownForm, { method: 'POST', body: { profession: 'care' } }),
    ]
    expect(answers.flatMap(({ cookies }) => cookies)).toEqual([])
  })
})

describe('a recording', () => {
  const piece = (index: number, pieces = 40) => {
    const length = Math.ceil(bytes / pieces)
    return { Range: `bytes=${index * length}-${Math.min(bytes, (index + 1) * length) - 1}` }
  }

  it('in forty pieces counts once, one after the other or over several connections at once', async () => {
    const [anna, bea] = [visitor(), visitor()]
    for (let index = 0; index < 40; index += 1) expect((await anna(sound, piece(index))).status).toBe(206)
    await Promise.all(Array.from({ length: 40 }, (_, index) => bea(sound, piece(39 - index))))
    expect(await sums()).toEqual(['play nl 2'])
  })

  it('counts too for who begins in the middle, and once for who then takes the small file or the whole', async () => {
    const anna = visitor()
    await anna(sound, piece(30))
    await anna(sound)
    expect(await sums()).toEqual(['play nl 1'])
    await anna(`${sound}?download`)
    await anna(`${sound}?download`, piece(3))
    expect(await sums()).toEqual(['download nl 1', 'play nl 1'])
  })

  it('does not count when nothing of it is sent', async () => {
    const { headers } = await visitor('curl/8.5.0')(sound)
    const anna = visitor()
    await anna(sound, {}, { method: 'HEAD' })
    await anna(sound, { 'If-None-Match': headers.etag! })
    await anna(sound, { Range: `bytes=${bytes + 1}-` })
    await anna(`/media/${item}/none.mp3`)
    await visitor('')(sound)
    expect(await sums()).toEqual([])
  })

  it('counts as a feed for a program that follows one', async () => {
    await visitor('AntennaPod/3.4.0')(sound)
    await visitor()(`${sound}?feed`)
    expect(await sums()).toEqual(['feed nl 2'])
  })

  it('counts to its end when the player says so, once, and only to this site', async () => {
    const anna = visitor()
    const tell = (file: string, headers: Record<string, string> = ownForm) => anna('/reach', headers, { method: 'POST', body: { file } })
    expect((await tell(sound)).status).toBe(204)
    expect((await tell(sound)).status).toBe(204)
    expect(await sums()).toEqual(['complete nl 1'])
    expect((await tell(sound, { 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403)
    expect((await tell('/media/none/none')).status).toBe(204)
    expect((await tell('x'.repeat(301))).status).toBe(400)
    expect((await anna('/reach', ownForm, { method: 'POST', body: {} })).status).toBe(400)
    expect((await anna('/reach', ownForm, { method: 'POST', body: Buffer.alloc(2000, 'a') })).status).toBe(413)
    expect((await anna('/reach')).status).toBe(404)
    await visitor('curl/8.5.0')('/reach', ownForm, { method: 'POST', body: { file: sound } })
    expect(await sums()).toEqual(['complete nl 1'])
  })
})

describe('who says where she works', () => {
  const say = (ask: ReturnType<typeof visitor>, body: Record<string, string>, headers: Record<string, string> = ownForm) =>
    ask(`${page}/where`, headers, { method: 'POST', body })

  it('is counted as one view, the one that she has open', async () => {
    const [anna, bea] = [visitor(), visitor()]
    for (const ask of [anna, bea]) await ask(page)
    const { status, headers } = await say(anna, { municipality: 'den haag', profession: 'youth' })
    expect([status, headers.location]).toEqual([303, `${page}/where?sent`])
    expect((await anna(headers.location!)).text).toContain('Dank je wel')
    expect(await sums()).toEqual(['view nl 1', 'view nl GM0518 youth 1'])
    // The same form once more says nothing new.
    expect((await say(anna, { municipality: 'den haag', profession: 'youth' })).status).toBe(303)
    expect(await sums()).toEqual(['view nl 1', 'view nl GM0518 youth 1'])
    await say(bea, { profession: 'parent' })
    expect(await sums()).toEqual(['view nl GM0518 youth 1', 'view nl parent 1'])
  })

  it('keeps what she typed when it is not right, and nothing is counted', async () => {
    const anna = visitor()
    const wrong = await say(anna, { municipality: 'Nergenshuizen', profession: 'care' })
    expect([
      wrong.status,
      wrong.text.includes('Nergenshuizen'),
      /value="care" selected|selected="" value="care"|value="care" selected=""/.test(wrong.text),
    ]).toEqual([...[422, true, true]])
    expect((await say(anna, { municipality: '', profession: '' })).status).toBe(422)
    expect((await say(anna, { profession: 'spy' })).status).toBe(422)
    expect((await say(anna, { municipality: 'x'.repeat(81) })).status).toBe(422)
    expect(await sums()).toEqual([])
  })

  it('may have a telephone that does not say where a form comes from; another site may not send it', async () => {
    expect((await say(visitor(), { profession: 'care' }, { Origin: 'null' })).status).toBe(303)
    expect((await say(visitor(), { profession: 'care' }, { 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403)
    expect((await visitor()('/nl/library/none/where', ownForm, { method: 'POST', body: { profession: 'care' } })).status).toBe(404)
    expect(await sums()).toEqual(['view nl care 1'])
  })
})

describe('an editor', () => {
  it('sees the sums by month, by item and as a file', async () => {
    await addUses(
      { day: '2026-09-30', count: 12, language: 'tr' },
      { day: '2026-10-01', count: 1234 },
      { day: '2026-10-31', count: 7, kind: 'complete' },
      { day: '2026-10-31', count: 3, municipality: 'GM0363', profession: 'care' },
      { day: '2026-10-31', count: 0, kind: 'play' },
      { day: '2026-10-31', count: 2, itemId: 'gone-since', kind: 'download' },
    )
    const october = (await site.ask('/nl/manage/reach?month=2026-10', { session: editor })).text
    for (const text of ['oktober 2026', '1.237', 'gone-since', 'september 2026']) expect(october).toContain(text)
    expect((await site.ask('/nl/manage/reach?month=2026-08', { session: editor })).status).toBe(404)
    expect((await site.ask("/nl/manage/reach?month=2026-10'--", { session: editor })).status).toBe(404)
    const ofItem = (await site.ask('/nl/manage/reach/the-ring', { session: editor })).text
    for (const text of ['1.237', '1.249', 'september 2026', 'Türkçe', 'Amsterdam', 'Zorg']) expect(ofItem).toContain(text)
    expect((await site.ask('/nl/manage/reach/gone-since', { session: editor })).status).toBe(200)
    expect((await site.ask('/nl/manage/reach/never-there', { session: editor })).status).toBe(404)
    const { headers, text } = await site.ask('/nl/manage/reach/sums.csv', { session: editor })
    expect(headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(text.split('\r\n')).toEqual([
      'day,item,kind,language,municipality,municipality_name,profession,count',
      '2026-09-30,the-ring,view,tr,,,,12',
      '2026-10-01,the-ring,view,nl,,,,1234',
      '2026-10-31,gone-since,download,nl,,,,2',
      '2026-10-31,the-ring,complete,nl,,,,7',
      '2026-10-31,the-ring,view,nl,GM0363,Amsterdam,care,3',
      '',
    ])
  })
})

describe('what is kept', () => {
  it('has no column for a person, an address, a program or a time of day', async () => {
    await visitor()(page)
    await read()
    const [row] = await database().libraryReach.findMany()
    expect(Object.keys(row!).sort()).toEqual(['count', 'day', 'itemId', 'kind', 'language', 'municipality', 'profession'])
    expect(row!.day).toMatch(/^\d{4}-\d{2}-\d{2}$/)
  })

  it('is written when the site stops, and nothing of a visitor stands in a log', async () => {
    const child = fork(fileURLToPath(new URL('../setup/built-site.mjs', import.meta.url)), {
      silent: true,
      execArgv: [],
      env: { ...process.env, LOG_LEVEL: 'debug', NODE_ENV: 'production' },
    })
    let said = ''
    for (const stream of [child.stdout!, child.stderr!]) stream.on('data', (text: Buffer) => (said += text.toString()))
    const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
    const url = await new Promise<string>((resolve) => child.once('message', (message) => resolve(message as string)))
    const headers = (index: number) => ({ 'User-Agent': `${phone} Zonnebloem`, 'X-Forwarded-For': `203.0.113.${index}` })
    for (let index = 1; index <= 20; index += 1) expect((await fetch(url + page, { headers: headers(index) })).status).toBe(200)
    await fetch(`${url}${page}/where`, {
      method: 'POST',
      headers: { ...headers(1), ...ownForm },
      body: new URLSearchParams({ municipality: 'Urk', profession: 'school' }),
      redirect: 'manual',
    })
    child.disconnect()
    expect(await ended).toBe(0)
    expect(await sums()).toEqual(['view nl 19', 'view nl GM0184 school 1'])
    expect(said).not.toMatch(/203\.0\.113|Zonnebloem|Urk|GM0184/)
  })

  it('adds up when several write at once', async () => {
    const many = Array.from({ length: 20 }, () =>
      addUses({ itemId: item, day: '2026-10-01', count: 1 }, { itemId: item, day: '2026-10-02', count: 2 }),
    )
    await Promise.all(many)
    expect(await sums()).toEqual(['view nl 20', 'view nl 40'])
  })
})
