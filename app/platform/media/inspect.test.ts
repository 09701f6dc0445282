import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { crc32 } from 'node:zlib'
import * as fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { inspect, type Inspected, type Wanted } from './inspect.server'
import { MediaFault } from './media-fault'
import { captions, jpegWithPlace, pdf, sample, type SampleName } from './samples.testing'

const folder = mkdtempSync(path.join(tmpdir(), 'leerkring-media-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let count = 0
function inFile(content: Buffer | string): string {
  count += 1
  const file = path.join(folder, String(count))
  writeFileSync(file, content)
  return file
}

/** What comes of it: what it is, or the code of what is wrong. */
async function outcome(content: Buffer | string, wanted: Wanted): Promise<Inspected | string> {
  const file = inFile(content)
  try {
    return await inspect(file, wanted)
  } catch (error) {
    if (error instanceof MediaFault) return error.formCode
    throw error
  } finally {
    rmSync(file)
  }
}

const kinds: [SampleName, Wanted, string][] = [
  ['tone.mp3', 'audio', 'audio/mpeg'],
  ['tone.m4a', 'audio', 'audio/mp4'],
  ['tone.ogg', 'audio', 'audio/ogg'],
  ['vorbis.ogg', 'audio', 'audio/ogg'],
  ['film.mp4', 'film', 'video/mp4'],
  ['film.webm', 'film', 'video/webm'],
  ['picture.jpg', 'picture', 'image/jpeg'],
  ['picture.png', 'picture', 'image/png'],
]

describe('a real file', () => {
  it.each(kinds)('%s is known by its content', async (name, wanted, contentType) => {
    const found = await outcome(sample(name), wanted)
    expect(found).toMatchObject({ contentType })
    const { seconds } = found as Inspected
    if (wanted === 'picture') expect(seconds).toBeNull()
    else expect(Math.abs(seconds! - 2)).toBeLessThan(0.15)
  })

  it('may be a PDF or captions', async () => {
    expect(await outcome(pdf(), 'document')).toEqual({ contentType: 'application/pdf', ending: 'pdf', seconds: null })
    expect(await outcome(captions, 'captions')).toEqual({ contentType: 'text/vtt; charset=utf-8', ending: 'vtt', seconds: null })
  })

  const codes = {
    audio: 'mediaNotAudio',
    film: 'mediaNotFilm',
    captions: 'mediaNotCaptions',
    document: 'mediaNotPdf',
    picture: 'mediaNotPicture',
  }
  it.each(kinds)('%s is nothing else', async (name, own) => {
    for (const [wanted, code] of Object.entries(codes))
      if (wanted !== own) expect([wanted, await outcome(sample(name), wanted as Wanted)]).toEqual([wanted, code])
  })

  it.each([
    '<html><script>alert(1)</script></html>',
    'MZ\x90\0\x03\0\0\0',
    'PK\x03\x04aaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
    '#!/bin/sh\n',
    '\0',
    'x',
  ])('%j is refused as each of them', async (content) => {
    for (const [wanted, code] of Object.entries(codes)) {
      if (wanted === 'captions') expect(await outcome(content, wanted)).toMatch(/^(captionsNoStart|mediaNotCaptions)$/)
      else expect([wanted, await outcome(content, wanted as Wanted)]).toEqual([wanted, code])
    }
  })

  it('of no bytes is refused', async () => {
    for (const wanted of Object.keys(codes)) expect(await outcome('', wanted as Wanted)).toBe('mediaEmpty')
  })
})

describe('a file that is not whole', () => {
  const all = [
    ...kinds.map(([name, wanted]) => [name, wanted, sample(name)] as const),
    ['PDF', 'document', pdf({ packed: '<< >>' })] as const,
  ]

  it.each(all)('%s is refused wherever it was cut off', async (_name, wanted, whole) => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: whole.length - (wanted === 'document' ? 10 : 1) }), async (length) => {
        expect(await outcome(whole.subarray(0, length), wanted)).toMatch(/^media(Broken|Not\w+)$/)
      }),
      { numRuns: 60 },
    )
  })

  it.each(all)('%s with damage is taken or refused, and breaks nothing', async (_name, wanted, whole) => {
    const damage = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(damage, async (places) => {
        const copy = Buffer.from(whole)
        for (const [at, value] of places) copy[at] = value
        const found = await outcome(copy, wanted)
        if (typeof found === 'string') expect(found).toMatch(/^media[A-Z]\w+$/)
      }),
      { numRuns: 60 },
    )
  })

  it('is not made whole by what somebody put behind it', async () => {
    const extra = Buffer.from('PK\x03\x04 and a whole archive')
    expect(await outcome(Buffer.concat([sample('tone.mp3'), extra]), 'audio')).toBe('mediaBroken')
    expect(await outcome(Buffer.concat([sample('tone.ogg'), extra]), 'audio')).toBe('mediaBroken')
    expect(await outcome(Buffer.concat([sample('film.mp4'), extra]), 'film')).toBe('mediaBroken')
    expect(await outcome(Buffer.concat([sample('film.webm'), extra]), 'film')).toBe('mediaBroken')
    expect(await outcome(Buffer.concat([pdf(), extra]), 'document')).toBe('mediaBroken')
  })

  it('says a length that is not its own', async () => {
    const film = sample('film.mp4')
    const at = film.indexOf('mvhd') + 4
    film.writeUInt32BE(film.readUInt32BE(at + 16) * 50, at + 16)
    expect(await outcome(film, 'film')).toBe('mediaTimeWrong')
    const webm = sample('film.webm')
    const duration = webm.indexOf(Buffer.from([0x44, 0x89])) + 3
    webm.fill(0, duration, duration + 8)
    expect(await outcome(webm, 'film')).toBe('mediaTimeWrong')
    const mp3 = sample('tone.mp3')
    const frames = mp3.indexOf(mp3.includes('Xing') ? 'Xing' : 'Info') + 8
    mp3.writeUInt32BE(5000, frames)
    expect(await outcome(mp3, 'audio')).toBe('mediaBroken')
  })
})

describe('a picture', () => {
  it('loses where it was taken, and keeps which way up it is', async () => {
    const file = inFile(jpegWithPlace())
    expect(readFileSync(file).includes('GPS')).toBe(true)
    await inspect(file, 'picture')
    const clean = readFileSync(file)
    expect(clean.includes('GPS')).toBe(false)
    expect(clean.includes('Exif')).toBe(true)
    await inspect(file, 'picture')
    expect(readFileSync(file)).toEqual(clean)
    const { length } = sample('picture.jpg')
    expect(clean.length).toBe(length + 36)
  })

  it('loses what stands behind its end', async () => {
    for (const [name, ending] of [
      ['picture.jpg', '\xff\xd9'],
      ['picture.png', 'IEND\xaeB\x60\x82'],
    ] as const) {
      const file = inFile(Buffer.concat([sample(name), Buffer.from('PK\x03\x04 an archive')]))
      await inspect(file, 'picture')
      const clean = readFileSync(file)
      expect(clean.includes('archive')).toBe(false)
      expect(clean.toString('latin1').endsWith(ending)).toBe(true)
    }
  })

  it('loses notes', async () => {
    const plain = sample('picture.png')
    const body = Buffer.from('eXIfGPS 52.0907N')
    const head = Buffer.alloc(4)
    head.writeUInt32BE(body.length - 4)
    const sum = Buffer.alloc(4)
    sum.writeUInt32BE(crc32(body))
    const file = inFile(Buffer.concat([plain.subarray(0, 33), head, body, sum, plain.subarray(33)]))
    await inspect(file, 'picture')
    expect(readFileSync(file).includes('GPS')).toBe(false)
  })
})

describe('a film', () => {
  it('that says where it was made is refused', async () => {
    const film = sample('film.mp4')
    const at = film.indexOf('udta')
    const note = Buffer.from('\xa9xyz+52.0907+005.1214/', 'latin1')
    note.copy(film, at + 8)
    expect(await outcome(film, 'film')).toBe('mediaHasPlace')
  })
})

describe('a PDF', () => {
  const active = '<< /S /JavaScript /JS (app.alert\\(1\\)) >>'
  it.each([
    ['a script', { objects: [active] }],
    ['a script whose name is written with numbers', { objects: ['<< /S /J#61vaScript /J#53 (x) >>'] }],
    ['a script that is packed', { packed: `4 0 ${active}` }],
    ['a script with numbers that is packed', { packed: '4 0 << /S /#4aava#53cript >>' }],
    ['a script in an object stream that is not packed', { packed: `4 0 ${active}`, filter: '' }],
    ['a program to start', { objects: ['<< /S /Launch /F (calc.exe) >>'] }],
    ['a file within', { objects: ['<< /Names << /EmbeddedFiles 5 0 R >> >>'] }],
    ['a form of another kind', { objects: ['<< /XFA 5 0 R >>'] }],
    ['a script between two words in a remark', { objects: [`null\n% stream\n${active}\n% endstream`] }],
  ])('with %s is refused', async (_what, given) => {
    expect(await outcome(pdf(given), 'document')).toBe('mediaPdfActive')
  })

  it('that is locked is refused', async () => {
    expect(await outcome(pdf({ objects: ['<< /Encrypt 5 0 R >>'] }), 'document')).toBe('mediaPdfLocked')
  })

  it.each([
    ['packed twice', { packed: 'x', filter: '[/ASCII85Decode /FlateDecode]' }],
    ['packed with a predictor', { packed: 'x', filter: '/FlateDecode /DecodeParms << /Predictor 12 >>' }],
    ['that look like something else', { objects: ['<< /Type /ObjStm /X (obj) /Length 1 >>\nstream\nx\nendstream'] }],
    ['that are huge', { packed: '\0'.repeat(80 * 1024 * 1024) }],
  ])('with parts %s is refused', async (_what, given) => {
    expect(await outcome(pdf(given), 'document')).toBe('mediaPdfHidden')
  })

  it('with harmless packed parts is taken', async () => {
    expect(await outcome(pdf({ packed: '4 0 << /Type /Font /BaseFont /Noto >>' }), 'document')).toMatchObject({ ending: 'pdf' })
  })

  it('does not begin with something else', async () => {
    expect(await outcome(Buffer.concat([Buffer.from('\n'), pdf()]), 'document')).toBe('mediaNotPdf')
  })
})

describe('a file that is made to keep the server busy', () => {
  it('is refused: a tag without a length behind the sound', async () => {
    const endless = Buffer.concat([sample('tone.mp3'), Buffer.from('APETAGEX'), Buffer.alloc(24)])
    expect(await outcome(endless, 'audio')).toBe('mediaBroken')
  })

  it('is refused: streams in a PDF that never end', async () => {
    expect(await outcome(`%PDF-1.7\n${'stream\n'.repeat(1_000_000)}%%EOF\n`, 'document')).toBe('mediaPdfHidden')
  })

  it.each(['[/FlateDecode /FlateDecode]', '9 0 R', '/FlateDecode /DecodeParms 9 0 R'])(
    'is refused: objects in a PDF that are packed as %s, and so cannot be searched',
    async (filter) => {
      expect(await outcome(pdf({ packed: '1 0 << >>', filter }), 'document')).toBe('mediaPdfHidden')
    },
  )
})
