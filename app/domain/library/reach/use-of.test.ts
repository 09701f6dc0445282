import { describe, expect, it } from 'vitest'
import { mayCount, playedToTheEnd, useOf, type Shelf } from './use-of'

const phone = 'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/124.0.0.0 Mobile Safari/537.36'
const robot = 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)'
const files: Record<string, Awaited<ReturnType<Shelf['findFile']>>> = {
  'nl.0a1b2c3d.mp3': { language: 'nl', role: 'audio' },
  'nl.small.0a1b2c3d.mp3': { language: 'nl', role: 'audio-small' },
  'ar.0a1b2c3d.vtt': { language: 'ar', role: 'captions' },
  'nl.0a1b2c3d.pdf': { language: 'nl', role: 'sheet' },
  'nl.0a1b2c3d.png': { language: 'nl', role: 'still' },
}
const shelf: Shelf = {
  items: [
    { id: 'three-talks', kind: 'podcast' },
    { id: 'the-ring', kind: 'episode' },
  ],
  findFile: async (itemId, name) => (itemId === 'the-ring' ? (files[name] ?? null) : null),
}

async function uses(
  url: string,
  {
    method = 'GET',
    status = 200,
    userAgent = phone,
    headers = {},
  }: { method?: string; status?: number; userAgent?: string; headers?: Record<string, string> } = {},
) {
  const all: Record<string, string> = { 'user-agent': userAgent, ...headers }
  const found = await useOf({ method, url, status, header: (name) => all[name] }, shelf)
  return found && `${found.itemId} ${found.kind} ${found.language} ${found.part}`.trim()
}

describe('useOf', () => {
  it.each([
    ['/ar/library/the-ring', 'the-ring view ar'],
    ['/nl/library/the-ring/', 'the-ring view nl'],
    ['/nl/library/the-ring?x=1', 'the-ring view nl'],
    ['/media/the-ring/nl.0a1b2c3d.mp3', 'the-ring play nl nl audio'],
    ['/media/the-ring/nl.small.0a1b2c3d.mp3', 'the-ring play nl nl audio'],
    ['/media/the-ring/nl.0a1b2c3d.mp3?download', 'the-ring download nl nl audio'],
    ['/media/the-ring/nl.0a1b2c3d.mp3?feed', 'the-ring feed nl nl audio'],
    ['/media/the-ring/nl.0a1b2c3d.pdf', 'the-ring download nl nl sheet'],
    ['/media/the-ring/nl.0a1b2c3d.png?download', 'the-ring download nl nl still'],
    ['/tr/podcast.xml', 'three-talks feed tr feed tr'],
    ['/so/library/package.zip', 'package download so so'],
  ])('%s is %s', async (url, use) => expect(await uses(url)).toBe(use))

  it.each([
    '/nl/library',
    '/nl/library/none',
    '/nl/library/the-ring/where',
    '/nl/library/the-ring/transcript.txt',
    '/nl/embed/the-ring',
    '/xx/library/the-ring',
    '/nl/courses/the-ring',
    '/media/the-ring/ar.0a1b2c3d.vtt',
    '/media/the-ring/nl.0a1b2c3d.png',
    '/media/the-ring/none.mp3',
    '/media/none/nl.0a1b2c3d.mp3',
    '/media/the-ring/../the-ring/nl.0a1b2c3d.mp3',
    '/media/',
    '/xx/podcast.xml',
  ])('%s does not count', async (url) => expect(await uses(url)).toBeNull())

  it('counts pieces of files, and no pages that were not sent', async () => {
    const page = '/nl/library/the-ring'
    const sound = '/media/the-ring/nl.0a1b2c3d.mp3'
    for (const status of [206, 304, 302, 404, 416, 500]) expect(await uses(page, { status })).toBeNull()
    for (const status of [304, 404, 416, 500]) expect(await uses(sound, { status })).toBeNull()
    expect(await uses(sound, { status: 206 })).toContain('play')
    for (const method of ['HEAD', 'POST']) expect(await uses(page, { method })).toBeNull()
  })

  it.each(['Sec-Purpose: prefetch;prerender', 'Purpose: prefetch', 'X-Moz: prefetch', 'X-Purpose: preview'])(
    'leaves out %s',
    async (line) => {
      const [name, value] = line.toLowerCase().split(': ') as [string, string]
      expect(await uses('/nl/library/the-ring', { headers: { [name]: value } })).toBeNull()
      expect(await uses('/media/the-ring/nl.0a1b2c3d.mp3', { headers: { [name]: value } })).toBeNull()
    },
  )

  it.each([robot, 'curl/8.5.0', 'Mozilla/5.0 (X11; Linux x86_64) HeadlessChrome/120.0.0.0 Safari/537.36', 'facebookexternalhit/1.1', ''])(
    'leaves out the robot %s',
    async (userAgent) => {
      for (const url of [
        '/nl/library/the-ring',
        '/media/the-ring/nl.0a1b2c3d.mp3',
        '/media/the-ring/nl.0a1b2c3d.mp3?feed',
        '/nl/podcast.xml',
      ])
        expect(await uses(url, { userAgent })).toBeNull()
    },
  )

  it.each([
    'AntennaPod/3.4.0',
    'Overcast/3.0 (+http://overcast.fm/; iOS podcast app)',
    'Feedly/1.0 (+http://www.feedly.com/fetcher.html)',
    'Castro 2021.7',
  ])('counts %s as a feed, and never as somebody who looks at a page', async (userAgent) => {
    expect(await uses('/nl/podcast.xml', { userAgent })).toContain('feed')
    expect(await uses('/media/the-ring/nl.0a1b2c3d.mp3?feed', { userAgent })).toContain('feed')
    expect(await uses('/media/the-ring/nl.0a1b2c3d.mp3', { userAgent })).toContain('feed')
    expect(await uses('/nl/library/the-ring', { userAgent })).toBeNull()
  })

  it('knows at once of most requests that they do not count', () => {
    expect(['/', '/nl', '/nl/courses/x/y', '/nl/libraryx', '/assets/media/x.css'].some((url) => mayCount('GET', url))).toBe(false)
  })
})

describe('playedToTheEnd', () => {
  it('takes the address of a file that can be played', async () => {
    expect(await playedToTheEnd('/media/the-ring/nl.small.0a1b2c3d.mp3', shelf)).toEqual({
      ...{ itemId: 'the-ring', kind: 'complete', language: 'nl', part: 'nl audio' },
    })
    for (const path of ['/media/the-ring/nl.0a1b2c3d.pdf', '/media/the-ring/x', 'x', '', '/media/the-ring/nl.0a1b2c3d.mp3?x'])
      expect(await playedToTheEnd(path, shelf)).toBeNull()
  })
})
