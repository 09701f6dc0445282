import Validator, { type Issue } from '@adobe/structured-data-validator'
import { FileSystemConfigLoader, HtmlValidate, type ConfigData } from 'html-validate'
import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { getCatalogue } from '~/content/read'
import { languages } from '~/i18n/languages'
import { unzip } from '~/platform/exports/zip.testing'
import { addressOf, listedRoutes } from '../e2e/route-list'
import { openSite, type OpenSite } from '../setup/http'
import { findSamples, type Samples } from '../setup/samples'

// What leaves the site in other people's hands, held to tools that we did not write.

let site: OpenSite
let samples: Samples

beforeAll(async () => {
  site = await openSite()
  samples = await findSamples()
})

const items = () => getCatalogue().library

describe('the package of a language', () => {
  it.each(['nl', 'ar', 'ti'] as const)('%s: is as large as the page says, whole, and the same each time', async (language) => {
    const address = `/${language}/library/package.zip`
    const { headers, body } = await site.ask(address)
    expect(headers['content-type']).toBe('application/zip')
    expect(headers['content-disposition']).toBe(`attachment; filename="leerkring-${language}.zip"`)
    expect(headers['content-length']).toBe(String(body.length))
    expect((await site.ask(address, { method: 'HEAD' })).headers['content-length']).toBe(String(body.length))
    expect((await site.ask(address)).body.equals(body)).toBe(true)
    expect((await site.ask(address, { headers: { 'If-None-Match': headers.etag! } })).status).toBe(304)
    const megabytes = (body.length / 1e6).toFixed(1)
    const page = await site.ask(`/${language}/library/package`)
    expect(page.text.replaceAll(/[,٫]/g, '.')).toContain(`${megabytes} MB`)

    const files = await unzip(body)
    const names = [...files.keys()].map((name) => name.replace(`leerkring-${language}/`, ''))
    for (const wanted of [
      'README.txt',
      /^choosing-in-pictures\/.*\.a4\.pdf$/,
      /^choosing-in-pictures\/.*\.a3\.pdf$/,
      /^choosing-in-pictures\/.*\.png$/,
      /^choosing-together\/.*\.a4\.pdf$/,
      /^at-the-table\/.*\.a4\.pdf$/,
      /^five-elements\/.*\.a4\.pdf$/,
      'the-ring/the-ring.nl.mp3',
      'the-ring/the-ring.nl.small.mp3',
      'open-conversation/open-conversation.nl.mp4',
      /^the-ring\/the-ring\.nl\.\w{2}\.captions\.vtt$/,
      /^the-ring\/the-ring\.\w{2}\.txt$/,
    ])
      expect(names).toContainEqual(typeof wanted === 'string' ? wanted : expect.stringMatching(wanted))
    const ring = items().find(({ id }) => id === 'the-ring')!
    const sound = ring.files.find(({ role }) => role === 'audio')!
    expect(
      files.get(`leerkring-${language}/the-ring/the-ring.nl.mp3`)!.equals((await site.ask(`/media/the-ring/${sound.name}`)).body),
    ).toBe(true)
    const readme = files.get(`leerkring-${language}/README.txt`)!.toString('utf8')
    expect(readme).toContain('EUPL 1.2')
    expect(readme).toContain(`http://localhost/${language}/library`)
    for (const name of names) if (name !== 'README.txt') expect(readme).toContain(name)
  })
})

describe('what is said, as plain text', () => {
  it.each(languages)('%s: has an address of its own', async (language) => {
    for (const { id, scripts } of items()) {
      const { status, text, headers } = await site.ask(`/${language}/library/${id}/transcript.txt`)
      if (Object.keys(scripts).length === 0) {
        expect(status).toBe(404)
        continue
      }
      const shown = scripts[language] ? language : 'nl'
      expect([status, headers['content-type'], headers['content-language']]).toEqual([200, 'text/plain; charset=utf-8', shown])
      for (const { title, turns } of scripts[shown]!.chapters) {
        expect(text).toContain(`\n${title}\n`)
        for (const { text: words } of turns) expect(text).toContain(`: ${words}\n`)
      }
    }
  })
})

describe('frames in other sites', () => {
  it('show the pages that are made for it, and no other page or file', async () => {
    for (const { path, role } of listedRoutes) {
      const { headers } = await site.ask(addressOf({ path }, samples, 'nl'), role ? { session: samples.sessions[role] } : {})
      const isForFrames = path === ':lang/embed/:item'
      expect({ path, allowed: /frame-ancestors ([^;]+)/.exec(headers['content-security-policy'] as string)?.[1] }).toEqual({
        path,
        allowed: isForFrames ? '*' : "'none'",
      })
      expect({ path, old: headers['x-frame-options'] }).toEqual({ path, old: isForFrames ? undefined : 'DENY' })
    }
  })

  it.each(items().map(({ id }) => id))('%s: come without a cookie, a way to sign in and the rest of the site', async (id) => {
    const session = await site.signInAs('editor')
    for (const asked of [{}, { session }]) {
      const { status, cookies, text } = await site.ask(`/nl/embed/${id}`, asked)
      expect({ status, cookies }).toEqual({ status: 200, cookies: [] })
      expect(text).not.toMatch(/<nav|<form|lk-leave|sign-in|redactie-demo/)
      expect(text).toContain(`href="/nl/library/${id}"`)
    }
  })

  it('lead nowhere that the frame could not show', async () => {
    const { text } = await site.ask('/nl/embed/the-ring')
    for (const [link] of text.matchAll(/<a [^>]+>/g)) expect(link).toMatch(/target="_blank"| download/)
  })
})

describe('oEmbed', () => {
  const ask = async (query: Record<string, string>) => site.ask(`/oembed?${new URLSearchParams(query).toString()}`)
  const url = 'http://localhost/nl/library/open-conversation'

  it('says how to show each item, as the page that tells where to ask', async () => {
    for (const { id, kind } of items()) {
      const page = await site.ask(`/tr/library/${id}`)
      const link = /<link rel="alternate" type="application\/json\+oembed" href="http:\/\/localhost([^"]+)"/.exec(page.text)![1]!
      const { headers, text } = await site.ask(link.replaceAll('&amp;', '&'))
      expect(headers['content-type']).toBe('application/json; charset=utf-8')
      const answer = JSON.parse(text) as Record<string, string | number>
      expect(answer).toMatchObject({ version: '1.0', type: kind === 'film' ? 'video' : 'rich', provider_name: 'Leerkring' })
      expect(answer.html).toContain(`<iframe src="http://localhost/tr/embed/${id}"`)
      expect(answer.html).toContain(`width="${answer.width}" height="${answer.height}"`)
    }
  })

  it('keeps to the room there is', async () => {
    const small = JSON.parse((await ask({ url, maxwidth: '300', maxheight: '200' })).text) as Record<string, unknown>
    expect(small).toMatchObject({ width: 300, height: 200 })
    expect(small).not.toHaveProperty('thumbnail_url')
    expect(JSON.parse((await ask({ url, maxwidth: '-1', maxheight: 'x' })).text)).toMatchObject({ width: 640, thumbnail_width: 1200 })
  })

  it.each([
    [404, { url: 'http://localhost/nl/library/nothing' }],
    [404, { url: 'http://localhost/xx/library/the-ring' }],
    [404, { url: 'https://elsewhere.example/nl/library/the-ring' }],
    [404, { url: 'nonsense' }],
    [404, {}],
    [501, { url, format: 'xml' }],
    [200, { url: `${url}?from=mail#t=10`, format: 'json' }],
  ])('answers %s to %o', async (status, query) => {
    expect((await ask(query as Record<string, string>)).status).toBe(status)
  })
})

describe('a link that is sent', () => {
  it('says nothing of what it leads to', async () => {
    for (const language of languages)
      for (const { id, texts } of items()) {
        const { text } = await site.ask(`/${language}/library/${id}`)
        const tags = [...text.matchAll(/<meta (?:property="og:|name="(?:twitter:|description"))[^>]*>/g)].map(([tag]) => tag)
        expect(tags.length).toBeGreaterThan(8)
        const shown = texts[language] ?? texts.nl!
        for (const tag of tags) expect(tag).not.toContain(shown.title)
        const image = /property="og:image" content="http:\/\/localhost([^"]+)"/.exec(text)![1]!
        const { body, headers } = await site.ask(image)
        expect(headers['content-type']).toBe('image/png')
        expect([body.readUInt32BE(16), body.readUInt32BE(20)]).toEqual([1200, 630])
        expect(text).not.toContain(`<title>${shown.title}`)
      }
  })

  it('leads from a poster without a word of it too', async () => {
    for (const { id, texts } of items()) {
      const { text } = await site.ask(`/nl/library/${id}/poster`)
      expect(text).toContain(`localhost/nl/library/${id}</bdi>`)
      expect(text).not.toContain(texts.nl!.title)
    }
  })
})

describe('what search engines read', () => {
  const vocabulary = JSON.parse(readFileSync('tests/setup/schema-org.json', 'utf8')) as {
    types: Record<string, { parents: string[]; properties: string[] }>
  }
  const list = (names: string[]) => names.map((name) => ({ '@id': `schema:${name}` }))
  const graph = Object.entries(vocabulary.types).flatMap(([type, { parents, properties }]) => [
    { '@id': `schema:${type}`, '@type': 'rdfs:Class', 'rdfs:subClassOf': list(parents) },
    ...properties.map((name) => ({ '@id': `schema:${name}`, '@type': 'rdf:Property', 'schema:domainIncludes': list([type]) })),
  ])

  async function issuesOf(path: string): Promise<{ type: string; issues: Issue[]; data: Record<string, unknown> }> {
    const { text } = await site.ask(path)
    const [, json] = /<script type="application\/ld\+json">([^<]+)<\/script>/.exec(text) ?? []
    const data = JSON.parse(json!) as Record<string, unknown>
    const type = data['@type'] as string
    const issues = await new Validator({ '@graph': graph }).validate({ jsonld: { [type]: [structuredClone(data)] } })
    return { type, issues, data }
  }

  it.each(['nl', 'ar'] as const)('is right of every item in %s', async (language) => {
    const types = new Set<string>()
    for (const { id } of items()) {
      const { type, issues, data } = await issuesOf(`/${language}/library/${id}`)
      types.add(type)
      // What a film may have beside: an end, parts, a broadcast, countries, counts of viewers. There is nothing of that to say.
      expect({ id, issues: issues.filter(({ severity }) => severity === 'ERROR') }).toEqual({ id, issues: [] })
      expect(data.url).toBe(`http://localhost/${language}/library/${id}`)
      expect(JSON.stringify(data)).not.toContain('"Person"')
    }
    expect(types).toEqual(new Set(['LearningResource', 'Article', 'VideoObject', 'PodcastEpisode', 'PodcastSeries']))
  })

  it('is right of every course', async () => {
    for (const { id, kind } of getCatalogue().courses) {
      const { type, issues } = await issuesOf(`/nl/courses/${id}`)
      expect({ id, type, issues }).toEqual({ id, type: kind === 'course' ? 'Course' : 'LearningResource', issues: [] })
    }
  })

  it('would be found to be wrong', async () => {
    const wrong = { '@type': 'Course', name: 'x', bitrate: 1 }
    expect(await new Validator({ '@graph': graph }).validate({ jsonld: { Course: [wrong] } })).not.toEqual([])
  })

  it('is of the film as it is recorded', async () => {
    const { data } = await issuesOf('/ar/library/open-conversation')
    const film = items().find(({ id }) => id === 'open-conversation')!
    const { seconds } = film.recordings.nl!
    const [, minutes, rest] = /^PT(\d+)M(\d+)S$/.exec(data.duration as string)!
    expect(Number(minutes) * 60 + Number(rest)).toBe(Math.round(seconds))
    for (const address of [data.contentUrl, data.thumbnailUrl, data.embedUrl])
      expect((await site.ask((address as string).replace('http://localhost', ''), { method: 'HEAD' })).status).toBe(200)
    expect(data.transcript).toContain(film.scripts.nl!.chapters[0]!.turns[0]!.text)
  })
})

describe('the HTML', () => {
  it.each([
    '/nl/library',
    '/nl/library/package',
    ...['the-ring', 'three-talks', 'open-conversation', 'choosing-in-pictures', 'choosing-together', 'at-the-table'].flatMap((id) => [
      `/nl/library/${id}`,
      `/ar/library/${id}`,
      `/nl/embed/${id}`,
    ]),
    '/nl/library/the-ring/poster',
    '/nl/courses/opvoeding',
    '/nl/courses/opvoeding/limits',
  ])('%s is valid', async (path) => {
    const { text } = await site.ask(path)
    const validator = new HtmlValidate(new FileSystemConfigLoader(htmlRules))
    const report = await validator.validateString(text, path)
    const found = report.results.flatMap(({ messages }) =>
      messages.map(({ ruleId, line, column, message }) => `${ruleId} ${line}:${column} ${message}`),
    )
    expect(found).toEqual([])
  })
})

const htmlRules: ConfigData = {
  root: true,
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: {
    // A custom element, and the box that a wide table is scrolled in, are regions and cannot be a <section>.
    'prefer-native-element': ['error', { exclude: ['region'] }],
    // The answers to a question are named by its text, which may have paragraphs; a <legend> may not.
    'wcag/h71': 'off',
  },
}
