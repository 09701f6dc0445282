import { parseFeed, FeedType, type FeedObject } from 'podcast-partytime'
import { beforeAll, describe, expect, it } from 'vitest'
import { WebVTTParser } from 'webvtt-parser'
import { getCatalogue } from '~/content/read'
import { languages, type Language } from '~/i18n/languages'
import { openSite, type OpenSite } from '../setup/http'

// The feeds as the site sends them, read by programs that we did not write.

let site: OpenSite
const feeds = new Map<Language, { xml: string; feed: FeedObject }>()

beforeAll(async () => {
  site = await openSite()
  for (const language of languages) {
    const { text } = await site.ask(`/${language}/podcast.xml`)
    feeds.set(language, { xml: text, feed: parseFeed(text)! })
  }
})

const pathOf = (url: string) => {
  expect(url).toMatch(/^http:\/\/localhost\//)
  return url.slice('http://localhost'.length)
}

describe.each(languages)('the podcast in %s', (language) => {
  const read = () => feeds.get(language)!

  it('is a feed with everything that programs ask for', () => {
    const { feed, xml } = read()
    expect(feed).toMatchObject({
      type: FeedType.RSS,
      language: 'nl',
      explicit: false,
      itunesType: 'serial',
      author: 'Leerkring',
      medium: 'podcast',
      guid: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/) as string,
      link: `http://localhost/${language}/library/three-talks`,
      itunesCategory: ['Kids & Family > Parenting'],
      license: { identifier: 'eupl-1.2', url: 'https://spdx.org/licenses/EUPL-1.2.html' },
    })
    expect(feed.pubsub?.self).toBe(`http://localhost/${language}/podcast.xml`)
    expect(feed.description).toContain('\u2068Nederlands\u2069')
    // The reader of feeds takes note of it only with an owner's address, which the standard leaves free.
    expect(xml).toContain('<podcast:locked>yes</podcast:locked>')
    // Titles are in the language of the feed, where they are translated; what is heard is Dutch.
    const series = getCatalogue().library.find(({ kind }) => kind === 'podcast')!
    const shown = series.texts[language] ? language : 'nl'
    expect(feed.title).toBe(series.texts[shown]!.title)
    expect(xml).toMatch(new RegExp(`<rss [^>]* xml:lang="${shown}">`))
    expect(feed.items.map(({ itunesEpisode }) => itunesEpisode).sort()).toEqual([1, 2, 3])
  })

  it('names nobody who is not there', () => {
    const { feed } = read()
    const people = [feed, ...feed.items].flatMap(({ podcastPeople }) => podcastPeople ?? [])
    expect(new Set(people.map(({ role, group }) => `${group}/${role}`))).toEqual(new Set(['Cast/Narrator']))
    expect(new Set(people.map(({ name }) => name)).size).toBe(1)
    expect(feed.owner).toBeUndefined()
  })

  it('gives every episode with the very sound that is sent', async () => {
    for (const episode of read().feed.items) {
      const { url, length, type } = episode.enclosure
      expect(url).toMatch(/\?feed$/)
      const { status, headers } = await site.ask(pathOf(url), { method: 'HEAD' })
      expect({ status, length: headers['content-length'], type: headers['content-type'] }).toEqual({
        status: 200,
        length: String(length),
        type,
      })
      const id = /\/media\/([a-z-]+)\//.exec(url)![1]!
      const recording = getCatalogue().library.find((item) => item.id === id)!.recordings.nl!
      expect(episode.duration).toBe(Math.round(recording.seconds))
      expect(episode.guid).toBe(`leerkring:library:${id}:${language}`)
      expect(episode.content).not.toMatch(/(href|src)="\//)
      const [small] = episode.alternativeEnclosures!
      expect(small!.length).toBeLessThan(length)
      expect((await site.ask(pathOf(small!.source[0]!.uri), { method: 'HEAD' })).headers['content-length']).toBe(String(small!.length))
    }
  })

  it('leads to what is said, in every language, and to chapters', async () => {
    for (const episode of read().feed.items) {
      const id = /\/media\/([a-z-]+)\//.exec(episode.enclosure.url)![1]!
      const scripts = Object.keys(getCatalogue().library.find((item) => item.id === id)!.scripts)
      for (const type of ['text/vtt', 'text/plain'] as const) {
        const own = episode.podcastTranscripts!.filter((transcript) => String(transcript.type) === type)
        expect(new Set(own.map((transcript) => transcript.language))).toEqual(new Set(scripts))
        for (const transcript of own) {
          const answer = await site.ask(pathOf(transcript.url))
          expect([answer.status, answer.headers['content-type']]).toEqual([200, `${type}; charset=utf-8`])
          expect(answer.headers['access-control-allow-origin']).toBe('*')
          if (type === 'text/vtt') {
            expect(transcript.rel).toBe('captions')
            expect(new WebVTTParser().parse(answer.text, 'subtitles/captions/descriptions').errors).toEqual([])
          }
        }
      }
      const answer = await site.ask(pathOf(episode.podcastChapters!.url))
      expect(answer.headers['content-type']).toBe('application/json+chapters; charset=utf-8')
      const { version, chapters } = JSON.parse(answer.text) as { version: string; chapters: { startTime: number; title: string }[] }
      expect(version).toBe('1.2.0')
      expect(chapters).toHaveLength(6)
      expect(chapters.map(({ startTime }) => startTime)).toEqual(chapters.map(({ startTime }) => startTime).sort((a, b) => a - b))
      expect(chapters.every(({ startTime, title }) => startTime < episode.duration && title.length > 0)).toBe(true)
    }
  })

  it('has a square cover of at least 1400 pixels', async () => {
    const { body, headers } = await site.ask(pathOf(read().feed.itunesImage!))
    expect(headers['content-type']).toBe('image/png')
    // IHDR: width and height.
    expect([body.readUInt32BE(16), body.readUInt32BE(20)]).toEqual([1400, 1400])
  })

  it('is asked for again without being sent again', async () => {
    const first = await site.ask(`/${language}/podcast.xml`)
    expect(first.headers).toMatchObject({ 'content-type': 'application/rss+xml; charset=utf-8', 'cache-control': 'public, max-age=3600' })
    const again = await site.ask(`/${language}/podcast.xml`, { headers: { 'If-None-Match': first.headers.etag! } })
    expect([again.status, again.body.length]).toEqual([304, 0])
    expect((await site.ask(`/${language}/podcast.xml`)).text).toBe(read().xml)
  })
})

describe('the seven feeds', () => {
  it('are seven podcasts', () => {
    const all = [...feeds.values()].map(({ feed }) => feed)
    expect(new Set(all.map(({ guid }) => guid)).size).toBe(7)
    expect(new Set(all.flatMap(({ items }) => items.map(({ guid }) => guid))).size).toBe(21)
  })

  it('keep the names under which programs know them', () => {
    // Whoever changes these sends every listener all episodes again.
    expect(feeds.get('nl')!.feed.guid).toBe('6ecf4e17-e69b-5747-8d4c-f03a8a969421')
    expect(feeds.get('nl')!.feed.items.map(({ guid }) => guid)).toContain('leerkring:library:the-ring:nl')
  })

  it('are found from the pages of the podcast', async () => {
    for (const path of ['/ar/library', '/ar/library/three-talks', '/ar/library/the-ring']) {
      const { text } = await site.ask(path)
      expect(text).toMatch(/<link rel="alternate" type="application\/rss\+xml" href="http:\/\/localhost\/ar\/podcast\.xml"/)
    }
    expect((await site.ask('/ar/library/three-talks')).text).toContain(
      '<bdi dir="ltr" translate="no">http://localhost/ar/podcast.xml</bdi>',
    )
  })
})

describe('tracks of films and episodes', () => {
  it('are WebVTT in every language', async () => {
    for (const { id, files } of getCatalogue().library)
      for (const { role, name } of files) {
        if (role !== 'captions' && role !== 'chapters') continue
        const { text } = await site.ask(`/media/${id}/${name}`)
        const { errors, cues } = new WebVTTParser().parse(text, role === 'chapters' ? 'chapters' : 'subtitles/captions/descriptions')
        expect({ name, errors, some: cues.length > 0 }).toEqual({ name, errors: [], some: true })
      }
  })
})
