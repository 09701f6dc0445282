import { beforeAll, describe, expect, it } from 'vitest'
import { getCatalogue, getItemText } from '~/content/read'
import { languages } from '~/i18n/languages'
import { openSite, type OpenSite } from '../setup/http'

let site: OpenSite
beforeAll(async () => {
  site = await openSite()
})

const items = getCatalogue().library

describe('the library', () => {
  it.each(languages)('lists every item, once, in %s', async (language) => {
    const { status, text, headers } = await site.ask(`/${language}/library`)
    expect(status).toBe(200)
    expect(headers['cache-control']).toBe('public, no-cache')
    for (const { id } of items) expect(text.split(`href="/${language}/library/${id}"`)).toHaveLength(2)
  })

  it.each(languages)('shows every item in %s, in its words or with a line that says so', async (language) => {
    for (const item of items) {
      const { status, text, headers } = await site.ask(`/${language}/library/${item.id}`)
      const shown = getItemText(item, language)
      expect({ item: item.id, status }).toEqual({ item: item.id, status: 200 })
      expect(headers['cache-control']).toBe('public, no-cache')
      expect(text).toContain(`<h1 class="utrecht-heading-1" lang="${shown.language}"`)
      // The title of the page stands in the history of a telephone: it names the kind of page only.
      expect(/<title>(.*?)<\/title>/.exec(text)![1]).not.toContain(shown.text.title)
    }
  })

  it('gives 404 for what it does not have', async () => {
    expect((await site.ask('/nl/library/no-such-item')).status).toBe(404)
    expect((await site.ask('/nl/library/__proto__')).status).toBe(404)
  })
})

describe('a recording', () => {
  const recorded = items.filter(({ recordings }) => recordings.nl)

  it.each(recorded.map((item) => [item.id, item] as const))('of %s is loaded only when it is played', async (id, item) => {
    const { text } = await site.ask(`/ar/library/${id}`)
    const tag = item.kind === 'film' ? 'video' : 'audio'
    expect(text).toMatch(new RegExp(`<${tag} [^>]*controls=""[^>]*preload="none"[^>]*src="/media/${id}/nl\\.[0-9a-f]{8}\\.mp[34]"`))
    expect(text).not.toContain('autoplay')
    // Captions in the reader's language are on for who sees a film in another one; of sound there are none to see.
    const shown = [...text.matchAll(/<track [^>]*>/g)].filter(([track]) => track.includes('default=""')).map(([track]) => track)
    expect(shown).toHaveLength(tag === 'video' ? 1 : 0)
  })

  it('comes with a script of its own, which no other page loads', async () => {
    const script = /\/assets\/player-main-[\w-]+\.js/
    expect((await site.ask(`/nl/library/${recorded[0]!.id}`)).text).toMatch(script)
    const { text } = await site.ask('/nl/courses/opvoeding/choosing')
    expect(text).not.toMatch(script)
    const [address] = script.exec((await site.ask(`/nl/library/${recorded[0]!.id}`)).text)!
    expect((await site.ask(address)).status).toBe(200)
  })

  it('has what is said as text, in the language of the page where that is there', async () => {
    for (const item of recorded)
      for (const language of languages) {
        const { text } = await site.ask(`/${language}/library/${item.id}`)
        const script = item.scripts[language] ?? item.scripts.nl!
        for (const { title } of script.chapters) expect(text.replaceAll('&#x27;', "'").replaceAll('&amp;', '&')).toContain(title)
        // Every turn can be found and played.
        expect(text.split('class="lk-turn"')).toHaveLength(script.chapters.flatMap(({ turns }) => turns).length + 1)
      }
  })
})
