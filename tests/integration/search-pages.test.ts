import { beforeAll, describe, expect, it } from 'vitest'
import { openSite, type OpenSite } from '../setup/http'

let site: OpenSite

beforeAll(async () => {
  site = await openSite()
})

const search = (language: string, fields: Record<string, string>) => site.ask(`/${language}/search?${new URLSearchParams(fields)}`)
const titlesIn = (html: string) =>
  [...html.matchAll(/<article class="lk-entry"><h[34][^>]*><a [^>]*href="([^"]+)"/g)].map(([, href]) => href)

describe('the page for searching', () => {
  it('shows what was found, with the words marked', async () => {
    const { status, text } = await search('nl', { q: 'huwelijksdwang' })
    expect(status).toBe(200)
    expect(text).toMatch(/<mark>[hH]uwelijksdwang<\/mark>/)
    expect(titlesIn(text)).toContain('/nl/library/choosing-together')
    expect(text).toMatch(/<h2[^>]*>\d+ resultaten<\/h2>/)
  })

  it('is kept by nobody, listed by nobody, and named neutrally', async () => {
    const { headers, text } = await search('nl', { q: 'huwelijksdwang' })
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' })
    expect(text).toContain('<meta name="robots" content="noindex"/>')
    expect(text).toContain('<title>Zoeken · Leerkring</title>')
    expect(text).toMatch(/<input[^>]*type="search"[^>]*autoComplete="off"/i)
  })

  it('shows words as text, whatever they are', async () => {
    const { text } = await search('nl', { q: '"><script>alert(1)</script>' })
    expect(text).not.toContain('<script>alert')
    expect(text).toContain('&lt;script&gt;')
  })

  it('says what was probably meant, and shows that at once', async () => {
    const { text } = await search('nl', { q: 'huwelik' })
    expect(text).toMatch(/Bedoelde je: <a [^>]*href="\/nl\/search\?q=huwelijk"/)
    expect(titlesIn(text).length).toBeGreaterThan(3)
  })

  it('says what was found in Dutch only, in its own direction', async () => {
    const { text } = await search('ar', { q: 'boodschappen' })
    expect(text).toContain('وُجد بالهولندية')
    expect(text).toMatch(/<p class="utrecht-paragraph" lang="nl" dir="ltr">/)
    expect(titlesIn(text).every((href) => href!.startsWith('/ar/'))).toBe(true)
  })

  it('suggests something for each audience while nothing is asked, and when nothing is found', async () => {
    for (const q of ['', 'xyzzyqq']) {
      const { text } = await search('nl', { q })
      for (const words of ['Ouders', 'Trainers', 'Coördinatoren', 'Wie met gezinnen werkt']) expect(text).toContain(`>${words}</h3>`)
      expect(text).toContain('href="/nl/courses/thuis"')
    }
  })

  it('keeps to filters, each of which can be taken away', async () => {
    const { text } = await search('nl', { q: 'ouders', kind: 'lesson', subject: 'travelling', duration: 'long', audience: 'parents' })
    expect(titlesIn(text)).toEqual(['/nl/courses/opvoeding/travelling'])
    expect(text).toContain('href="/nl/search?q=ouders&amp;kind=lesson&amp;subject=travelling&amp;duration=long"')
    const { text: nothing } = await search('nl', { q: 'ouders', kind: 'podcast', duration: 'short' })
    expect(nothing).toContain('Met deze filters is er niets.')
    expect(nothing).toContain('href="/nl/search?q=ouders"')
  })

  it('goes on to another page, and not beyond the last', async () => {
    const [first, second, beyond] = await Promise.all(['1', '2', '9999'].map((page) => search('nl', { q: 'ouders', page })))
    expect(titlesIn(first!.text)).toHaveLength(10)
    expect(titlesIn(second!.text)).not.toEqual(titlesIn(first!.text))
    expect(titlesIn(beyond!.text).length).toBeGreaterThan(0)
  })

  it('takes long and hostile words', async () => {
    for (const q of ['a'.repeat(9_000), '"NEAR(* ^ : {', "'; DROP TABLE x; --", '%00', '\u0000huwelijk', '%'])
      expect((await search('nl', { q })).status).toBe(200)
    expect((await site.ask('/nl/search?q=%ff%fe%00')).status).toBe(200)
    expect((await site.ask(`/nl/search?q=${'a'.repeat(100_000)}`)).status).toBe(431)
    expect((await site.ask('/nl/search?q=huwelijk&q=dwang&kind=lesson&kind=film')).status).toBe(200)
  })
})

describe('the list of the library', () => {
  it('can be narrowed, and widened again', async () => {
    const { text } = await site.ask('/nl/library?kind=episode&subject=travelling')
    expect(titlesIn(text)).toEqual(['/nl/library/summer-holiday'])
    expect(text).toContain('1 resultaat')
    expect(text).toContain('href="/nl/library?subject=travelling"')
    expect(text).toContain('href="/nl/library"')
  })

  it('says so when nothing is left, and leaves what it does not know aside', async () => {
    const { text } = await site.ask('/nl/library?kind=cards&subject=travelling')
    expect(text).toContain('Met deze filters is er niets.')
    const [plain, odd] = await Promise.all(['/nl/library', '/nl/library?kind=nonsense&page=2'].map((path) => site.ask(path)))
    expect(titlesIn(odd!.text)).toEqual(titlesIn(plain!.text))
  })
})
