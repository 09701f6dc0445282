import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { listTargetsAsOf } from '~/domain/participation/targets.server'
import { openSite, ownForm, type OpenSite } from '../setup/http'
import type { DemoRole } from '../setup/samples'

let site: OpenSite
const sessions = {} as Record<DemoRole, string>

beforeAll(async () => {
  site = await openSite()
  for (const role of ['trainer', 'coordinator', 'neighbour', 'manager'] as const) sessions[role] = await site.signInAs(role)
})

const read = (path: string, role?: DemoRole) => site.ask(path, role ? { session: sessions[role] } : {})
const post = (path: string, body: Record<string, string>, role?: DemoRole) =>
  site.ask(path, { method: 'POST', headers: ownForm, body, ...(role ? { session: sessions[role] } : {}) })

/** The large figure under a name. */
function figure(html: string, name: string): string | undefined {
  return new RegExp(`<dt>${name}</dt><dd[^>]*>(.*?)</dd>`)
    .exec(html)?.[1]
    ?.replace(/<span class="lk-hidden">.*?<\/span>/g, '')
    .replace(/<[^>]*>/g, '')
}

describe('the report', () => {
  it('gives everybody public figures', async () => {
    for (const role of [undefined, 'trainer'] as const) {
      const { status, text } = await read('/nl/report', role)
      expect(status).toBe(200)
      expect(text).toContain('Dit zijn openbare cijfers van alle organisaties.')
      expect(text).not.toContain('/nl/report/sessions')
      expect(text).toContain('disclosure=public')
    }
  })

  it('says of which edition public figures are, and keeps one that somebody asks for by its day', async () => {
    const { text } = await read('/nl/report')
    const [, day] = /Stand van ([^.]*)\./.exec(text) ?? []
    expect(day).toMatch(/^(28|29|30|31) \w+ \d{4}$/)
    expect(text).not.toMatch(/Zoals bekend op \d/)
    const asOf = /export\.csv\?[^"]*asOf=([^"&]*)/.exec(text)?.[1]
    expect((await read(`/nl/report?asOf=${asOf}`)).text).toContain(`Stand van ${day}.`)
    expect((await read('/nl/report', 'manager')).text).not.toContain('Stand van')
  })

  it('gives a coordinator the exact figures of her own organisations', async () => {
    const [own, neighbour, all] = await Promise.all(
      (['coordinator', 'neighbour', 'manager'] as const).map((role) => read('/nl/report', role)),
    )
    expect(own!.text).toContain('Dit zijn precieze cijfers van jouw organisaties.')
    expect(all!.text).toContain('Dit zijn precieze cijfers van alle organisaties.')
    expect(Number(figure(own!.text, 'Bijeenkomsten'))).toBeGreaterThan(0)
    // The neighbour has no groups at all, and sees nobody else's.
    expect(figure(neighbour!.text, 'Bijeenkomsten') ?? '0').toBe('0')
    expect(neighbour!.text).not.toContain('Amsterdam<')
  })

  it('asks who wants exact figures to sign in, and refuses who may not see them', async () => {
    const anonymous = await read('/nl/report?disclosure=exact&programme=opvoeding')
    expect(anonymous.status).toBe(302)
    expect(anonymous.headers.location).toBe(`/nl/sign-in?next=${encodeURIComponent('/nl/report?disclosure=exact&programme=opvoeding')}`)
    expect((await read('/nl/report?disclosure=exact', 'trainer')).status).toBe(403)
    expect((await read('/nl/report?disclosure=public', 'manager')).text).toContain('openbare cijfers van alle organisaties')
  })

  it('is narrowed by its address, and its files are asked for in the same words', async () => {
    const { status, text } = await read('/nl/report?from=2024-01-01&to=2024-06-30&programme=financieel', 'manager')
    expect(status).toBe(200)
    expect(text).toContain('Van 1 januari 2024 tot en met 30 juni 2024.')
    expect(text).toContain('Alleen: Financiële weerbaarheid.')
    for (const format of ['csv', 'xlsx', 'pdf', 'json', 'zip'])
      expect(text).toMatch(
        new RegExp(
          `/nl/report/export\\.${format}\\?from=2024-01-01&amp;to=2024-06-30&amp;programme=financieel&amp;disclosure=exact&amp;asOf=`,
        ),
      )
    expect(text).toContain('&amp;excel=1')
    expect(text).toContain('&amp;shape=sessions')
  })

  it('has an address without what was left open', async () => {
    const { status, headers } = await read('/nl/report?from=2024-01-01&to=&programme=&kind=women', 'manager')
    expect([status, headers.location]).toEqual([302, '/nl/report?from=2024-01-01&kind=women'])
    expect((await read('/nl/report?from=&to=')).headers.location).toBe('/nl/report')
  })

  it('keeps what was chosen when another period is', async () => {
    const { text } = await read('/nl/report?from=2023-01-01&to=2023-12-31&programme=financieel&by=month', 'manager')
    expect(text).toMatch(/href="\/nl\/report\?from=\d{4}-01-01&amp;to=\d{4}-12-31&amp;programme=financieel&amp;by=month"/)
    expect(text).toContain('href="/nl/report?programme=financieel&amp;by=month"')
  })

  it('leads from every figure of sessions to the sessions behind it, at the same moment', async () => {
    const { text } = await read('/nl/report?from=2024-01-15&asOf=2024-12-31&by=quarter', 'manager')
    const addresses = [...text.matchAll(/href="\/nl\/report\/sessions\?([^"]*)"/g)].map(([, query]) => query!.replaceAll('&amp;', '&'))
    expect(addresses.length).toBeGreaterThan(20)
    for (const address of addresses) expect(new URLSearchParams(address).get('asOf')).toBe('2024-12-31')
    // A quarter that the report begins in the middle of has only the days of the report.
    expect(addresses).toContain('from=2024-01-15&to=2024-03-31&asOf=2024-12-31')
    expect(addresses.some((address) => address.startsWith('municipality=') || address.includes('&municipality='))).toBe(true)
    // The number that is followed is the number that is found.
    for (const [, query, name, number] of text.matchAll(
      /report\/sessions\?([^"]*)"><span class="lk-hidden">([^<]*, )?Bijeenkomsten: <\/span>(\d+)</g,
    )) {
      const found = await read(`/nl/report/sessions?${query!.replaceAll('&amp;', '&')}`, 'manager')
      expect([name, /(\d+) bijeenkomst/.exec(found.text)?.[1]]).toEqual([name, number])
    }
  })

  it('says how many rows a file with sessions will have, to who may have it', async () => {
    const { text } = await read('/nl/report', 'manager')
    expect(text).toContain(`Ongeveer ${figure(text, 'Bijeenkomsten')} rijen`)
    expect((await read('/nl/report')).text).not.toContain('shape=sessions')
  })

  it('has a table of its own for what the address asks', async () => {
    const { text } = await read('/nl/report?by=municipality', 'manager')
    expect(text).toContain('id="split"')
    expect(text).toMatch(/\/nl\/report\/sessions\?municipality=GM\d{4}/)
    expect((await read('/nl/report', 'manager')).text).not.toContain('id="split"')
  })

  it('shows what it draws as text and as a table, and nothing that the headers forbid', async () => {
    const { text } = await read('/nl/report', 'manager')
    const drawings = text.match(/<svg[^>]*role="img"[^>]*aria-labelledby="chart-[^>]*>/g) ?? []
    expect(drawings.length).toBeGreaterThanOrEqual(4)
    for (const drawing of drawings) expect(text).toContain(`id="${/aria-labelledby="([^"]*)"/.exec(drawing)?.[1]}"`)
    expect(text).not.toMatch(/<style|style="/)
    expect(text.match(/De cijfers in een tabel/g)).toHaveLength(drawings.length)
  })

  it('says that something is withheld, and never shows it', async () => {
    const { text } = await read('/nl/report')
    expect(text).toContain('afgeschermd')
    expect(text).toContain('Afgeschermd: bij een klein aantal is iemand misschien te herkennen.')
    // Counts of people from 1 to 7 stand nowhere, large figures included.
    for (const [, name, number] of text.matchAll(/<th scope="row"[^>]*>([^<]*)<\/th><td[^>]*number">(\d+)<\/td>/g))
      if (/^(Bereikte mensen|Opgeleide trainers|Actieve trainers|Keren aanwezig)/.test(name ?? ''))
        expect([0, 10]).toContain(Math.min(10, Number(number)))
  })

  it.each([
    ['from=2024-02-30', 'from', 'Vul een datum in die bestaat.'],
    ['from=2025-01-01&to=2024-01-31', 'to', 'De laatste dag ligt voor de eerste.'],
    ['by=kleur', 'by', 'Zo kunnen we de cijfers niet verdelen.'],
    ['by=month,year', 'by', 'Verdeel de cijfers op één manier in tijd'],
    ['asOf=2098-01-01', 'asOf', 'Wat later bekend wordt, weten we nog niet.'],
    ['asOf=2016-01-01', 'asOf', 'Toen was er nog niets geregistreerd.'],
    ['asOf=gisteren', 'asOf', 'Vul een datum in die bestaat.'],
    ['municipality=Nergens', 'municipality', 'Deze gemeente kennen we niet.'],
    ['province=Atlantis', 'province', 'Deze provincie kennen we niet.'],
    ['from=2024-01-15&to=2024-02-29', 'from', 'Openbare cijfers gaan over hele maanden.'],
    ['kind=women&province=Utrecht', 'by', 'Zo precies kunnen openbare cijfers niet zijn.'],
    ['programme=onbekend', 'programme', 'Deze keuze bestaat niet'],
  ])('%s is no report, and what was typed stays', async (query, field, words) => {
    const { status, text } = await read(`/nl/report?${query}`)
    expect(status).toBe(422)
    expect(text).toContain('Er klopt nog iets niet')
    expect(text).toContain(`href="#${field}"`)
    expect(text).toContain(words)
    for (const [name, value] of new URLSearchParams(query))
      if (['from', 'to', 'asOf', 'municipality'].includes(name))
        expect(text).toMatch(new RegExp(`<input(?=[^>]*name="${name}")[^>]*value="${value}"`))
  })

  it('takes whatever an address holds', async () => {
    for (const query of [
      'from[]=1',
      'from=%00',
      'organisation=%27--',
      'page=-1',
      `municipality=${'x'.repeat(300)}`,
      'language=xx',
      'shape=rond',
      'disclosure=alles',
    ])
      expect([200, 422]).toContain((await read(`/nl/report?${query}`)).status)
  })
})

describe('the sessions behind a figure', () => {
  it('are for who may see exact figures', async () => {
    expect((await read('/nl/report/sessions')).status).toBe(302)
    expect((await read('/nl/report/sessions', 'trainer')).status).toBe(403)
  })

  it('lead to their own pages, and are those of the figure', async () => {
    const { text: report } = await read('/nl/report?programme=financieel', 'manager')
    const { status, text } = await read('/nl/report/sessions?programme=financieel', 'manager')
    expect(status).toBe(200)
    expect(text).toContain(`${figure(report, 'Bijeenkomsten')} bijeenkomsten`)
    expect(text).toContain('Alleen: Financiële weerbaarheid.')
    expect(text.match(/\/nl\/coordinate\/groups\/[0-9a-f-]{36}\/sessions\/[0-9a-f-]{36}/g)).toHaveLength(25)
    const address = /\/nl\/coordinate\/groups\/[0-9a-f-]{36}\/sessions\/[0-9a-f-]{36}/.exec(text)![0]
    expect((await read(address, 'manager')).status).toBe(200)
  })

  it('are none of a neighbour', async () => {
    const { text } = await read('/nl/report/sessions', 'neighbour')
    expect(text).not.toContain('/coordinate/groups/0')
    expect(text).toContain('Er is niets geregistreerd in deze periode.')
  })

  it('have pages, and none beyond the last', async () => {
    expect((await read('/nl/report/sessions?page=2', 'manager')).status).toBe(200)
    expect((await read('/nl/report/sessions?page=999', 'manager')).status).toBe(404)
  })

  it('lead back where the address is wrong', async () => {
    const { status, headers } = await read('/nl/report/sessions?from=nooit', 'manager')
    expect(status).toBe(302)
    expect(headers.location).toBe('/nl/report?from=nooit')
  })
})

describe('targets', () => {
  const body = {
    indicator: 'sessions-held',
    target: '12',
    from: '2026-01-01',
    to: '2026-12-31',
    source: 'Afspraak',
    programme: 'verandering',
  }
  const found = async (number: number) => (await listTargetsAsOf(new Date())).find(({ target }) => target === number)

  it('are set, changed and withdrawn by a manager, and stand in the report', async () => {
    const set = await post('/nl/manage/targets/new', { ...body, key: randomUUID() }, 'manager')
    expect([set.status, set.headers.location]).toEqual([303, '/nl/manage/targets?created'])
    const { id } = (await found(12))!
    expect((await read('/nl/report?programme=verandering', 'manager')).text).toContain(' van 12<')

    const page = `/nl/manage/targets/${id}`
    expect((await post(page, { ...body, target: '13', revision: '1' }, 'manager')).status).toBe(303)
    const late = await post(page, { ...body, target: '14', revision: '1' }, 'manager')
    expect(late.status).toBe(409)
    expect(late.text).toContain('Iemand anders heeft dit net gewijzigd')
    expect(late.text).toMatch(/name="target"[^>]*value="14"|value="14"[^>]*name="target"/)

    expect((await post(`${page}?withdraw`, { revision: '1' }, 'manager')).status).toBe(409)
    expect((await post(`${page}?withdraw`, { revision: '2' }, 'manager')).status).toBe(303)
    expect((await read(page, 'manager')).status).toBe(404)
    expect(await found(13)).toBeUndefined()
  })

  it('are for managers and administrators', async () => {
    const [target] = await listTargetsAsOf(new Date())
    for (const role of ['trainer', 'coordinator'] as const) {
      expect((await post('/nl/manage/targets/new', body, role)).status).toBe(403)
      expect((await post(`/nl/manage/targets/${target!.id}?withdraw`, { revision: '1' }, role)).status).toBe(403)
    }
    expect((await post(`/nl/manage/targets/${target!.id}?withdraw`, { revision: '1' })).status).toBe(302)
  })

  it('keep what was typed when something is wrong with it', async () => {
    const { status, text } = await post(
      '/nl/manage/targets/new',
      { ...body, target: 'veel', background: 'pool', municipality: 'Nergens' },
      'manager',
    )
    expect(status).toBe(422)
    expect(text).toContain('value="veel"')
    expect(text).toContain('Vul een heel getal in, van 1 of meer.')
    expect((await read(`/nl/manage/targets/${randomUUID()}`, 'manager')).status).toBe(404)
    expect((await read('/nl/manage/targets/x', 'manager')).status).toBe(404)
  })
})

it('says what every indicator means, in every language', async () => {
  for (const language of ['nl', 'en', 'tr', 'ar', 'so', 'ti', 'fa']) {
    const { status, text } = await read(`/${language}/report/definitions`)
    expect(status).toBe(200)
    expect(text.match(/<dt>/g)).toHaveLength(18)
    expect((await read(`/${language}/report`)).status).toBe(200)
  }
})
