import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendarText, escapeText, foldLine, momentInTheNetherlands, type CalendarEvent } from './calendar-format'

interface Property {
  name: string
  parameters: string[]
  value: string
}

/** Whether half of a character stands in a text. */
const isCut = (text: string) => /\p{Surrogate}/u.test(text)

/** A strict reader of iCalendar: it takes nothing that RFC 5545 does not. */
function read(text: string): Property[] {
  if (!text.endsWith('\r\n')) throw new Error('the last line has no end')
  const lines = text.slice(0, -2).split('\r\n')
  for (const line of lines) {
    if (/[\r\n]/.test(line)) throw new Error('a line break of another kind')
    if (Buffer.byteLength(line) > 75) throw new Error(`a line of ${Buffer.byteLength(line)} octets`)
    if (isCut(line)) throw new Error('a character cut in two')
  }
  const unfolded: string[] = []
  for (const line of lines) {
    if (!line.startsWith(' ')) unfolded.push(line)
    else if (unfolded.length === 0) throw new Error('begins with the rest of a line')
    else unfolded[unfolded.length - 1] += line.slice(1)
  }
  return unfolded.map((line) => {
    const [, name, parameters = '', value] = /^([A-Z-]+)((?:;[A-Z-]+=[^;:,"]+)*):(.*)$/su.exec(line) ?? []
    if (!name || value === undefined) throw new Error(`no property: ${line}`)
    return { name, parameters: parameters.split(';').filter(Boolean), value }
  })
}

/** Undoes the escaping of a text; throws for what may not stand in one. */
function readText(value: string): string {
  return value.replace(/\\([\s\S]?)|[;,]|(?!\t)\p{Cc}/gu, (found, escaped: string | undefined) => {
    if (escaped === 'n' || escaped === 'N') return '\n'
    if (escaped && '\\;,'.includes(escaped)) return escaped
    throw new Error(`may not stand in a text: ${JSON.stringify(found)}`)
  })
}

const anyText = fc.string({ unit: 'binary', maxLength: 300 })
const tricky = fc.string({ unit: fc.constantFrom('\\', ';', ',', ':', '\n', '\r\n', '\r', 'n', 'é', 'ሰ', 'م', '🙂', ' ', '"') })
const text = fc.oneof(anyText, tricky)

describe('a text in a calendar', () => {
  it('comes back as it was, but for control characters', () => {
    fc.assert(
      fc.property(text, (given) => {
        const kept = given.replace(/\r\n?/g, '\n').replace(/(?![\n\t])\p{Cc}/gu, '')
        expect(readText(escapeText(given))).toBe(kept)
      }),
    )
  })

  it.each([
    ['a,b;c\\d', 'a\\,b\\;c\\\\d'],
    ['een\ntwee\r\ndrie', 'een\\ntwee\\ndrie'],
    ['11:30 "uur"', '11:30 "uur"'],
    ['a\u0000b\u0007c', 'abc'],
  ])('%j is written as %j', (given, written) => {
    expect(escapeText(given)).toBe(written)
  })
})

describe('a long line', () => {
  it('comes back as it was, from pieces of at most 75 octets', () => {
    fc.assert(
      fc.property(text, (given) => {
        const line = `SUMMARY:${escapeText(given)}`
        const pieces = foldLine(line).split('\r\n')
        expect(pieces.every((piece) => Buffer.byteLength(piece) <= 75 && !isCut(piece))).toBe(true)
        expect(pieces.slice(1).every((piece) => piece.startsWith(' '))).toBe(true)
        expect(pieces.map((piece, place) => (place === 0 ? piece : piece.slice(1))).join('')).toBe(line)
      }),
    )
  })

  it('is left whole as long as it fits', () => {
    expect(foldLine('x'.repeat(75))).toBe('x'.repeat(75))
    expect(foldLine('x'.repeat(76))).toBe(`${'x'.repeat(75)}\r\n x`)
    expect(foldLine(`${'x'.repeat(74)}é`)).toBe(`${'x'.repeat(74)}\r\n é`)
    expect(foldLine('ሰ'.repeat(50))).toBe(`${'ሰ'.repeat(25)}\r\n ${'ሰ'.repeat(24)}\r\n ${'ሰ'.repeat(1)}`)
  })
})

describe('a time in the Netherlands', () => {
  it.each([
    ['2026-01-15', '14:00', '2026-01-15T13:00:00.000Z'],
    ['2026-07-15', '14:00', '2026-07-15T12:00:00.000Z'],
    ['2026-07-15', '00:30', '2026-07-14T22:30:00.000Z'],
    ['2026-03-29', '01:59', '2026-03-29T00:59:00.000Z'],
    ['2026-03-29', '02:30', '2026-03-29T01:30:00.000Z'],
    ['2026-03-29', '03:00', '2026-03-29T01:00:00.000Z'],
    ['2026-03-29', '23:30', '2026-03-29T21:30:00.000Z'],
    ['2026-10-25', '01:30', '2026-10-24T23:30:00.000Z'],
    ['2026-10-25', '02:30', '2026-10-25T00:30:00.000Z'],
    ['2026-10-25', '03:00', '2026-10-25T02:00:00.000Z'],
    ['2026-12-31', '23:45', '2026-12-31T22:45:00.000Z'],
  ])('%s %s is %s', (date, time, moment) => {
    expect(momentInTheNetherlands(date, time).toISOString()).toBe(moment)
  })

  it('is the time that a clock there shows, but for the hour that is skipped', () => {
    const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam', dateStyle: 'short', timeStyle: 'short' })
    const days = fc.date({ min: new Date('2015-01-01'), max: new Date('2050-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }), (day, hour, minute) => {
        const date = day.toISOString().slice(0, 10)
        const skipped = hour === 2 && date.slice(5, 7) === '03' && Number(date.slice(8)) >= 25 && day.getUTCDay() === 0
        fc.pre(!skipped)
        const time = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
        expect(clock.format(momentInTheNetherlands(date, time))).toBe(`${date} ${time}`)
      }),
    )
  })
})

const day = fc
  .date({ min: new Date('2015-01-01'), max: new Date('2099-12-30'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const someEvent: fc.Arbitrary<CalendarEvent> = fc.record({
  uid: fc.uuid(),
  sequence: fc.nat(),
  revisedAt: fc.date({ min: new Date('2015-01-01'), max: new Date('2099-12-30'), noInvalidDate: true }),
  date: day,
  startsAt: fc.constantFrom(null, '00:00', '09:30', '23:45'),
  cancelled: fc.boolean(),
  summary: text,
  description: text,
  place: fc.option(text),
  url: fc.webUrl(),
})

const example: CalendarEvent = {
  uid: '1@leerkring',
  sequence: 3,
  revisedAt: new Date('2026-11-20T08:15:30.999Z'),
  date: '2026-12-01',
  startsAt: '19:30',
  cancelled: false,
  summary: 'Bijeenkomst, Buurthuis',
  description: 'Aantallen',
  place: 'Buurthuis',
  url: 'https://leerkring.example/nl',
}

const valueOf = (properties: Property[], name: string) => properties.filter((property) => property.name === name).map(({ value }) => value)

describe('a calendar', () => {
  it('can be read by a strict reader, with every entry in it once', () => {
    fc.assert(
      fc.property(text, fc.array(someEvent, { maxLength: 5 }), (name, events) => {
        const properties = read(calendarText(name, events))
        expect(properties[0]).toEqual({ name: 'BEGIN', parameters: [], value: 'VCALENDAR' })
        expect(properties.at(-1)).toEqual({ name: 'END', parameters: [], value: 'VCALENDAR' })
        expect(valueOf(properties, 'UID')).toEqual(events.map(({ uid }) => uid))
        expect(valueOf(properties, 'SEQUENCE')).toEqual(events.map(({ sequence }) => String(sequence)))
        expect(valueOf(properties, 'URL')).toEqual(events.map(({ url }) => url))
        for (const property of ['SUMMARY', 'DESCRIPTION', 'LOCATION', 'X-WR-CALNAME'])
          for (const value of valueOf(properties, property)) readText(value)
        for (const property of ['UID', 'DTSTAMP', 'DTSTART', 'DTEND', 'SUMMARY', 'STATUS'])
          expect(valueOf(properties, property)).toHaveLength(events.length)
        for (const value of valueOf(properties, 'DTSTAMP')) expect(value).toMatch(/^\d{8}T\d{6}Z$/)
      }),
      { numRuns: 50 },
    )
  })

  it('says a time in UTC, for two hours', () => {
    const properties = read(calendarText('Leerkring', [example, { ...example, date: '2026-07-01' }]))
    expect(properties.filter(({ name }) => name.startsWith('DT'))).toEqual([
      { name: 'DTSTAMP', parameters: [], value: '20261120T081530Z' },
      { name: 'DTSTART', parameters: [], value: '20261201T183000Z' },
      { name: 'DTEND', parameters: [], value: '20261201T203000Z' },
      { name: 'DTSTAMP', parameters: [], value: '20261120T081530Z' },
      { name: 'DTSTART', parameters: [], value: '20260701T173000Z' },
      { name: 'DTEND', parameters: [], value: '20260701T193000Z' },
    ])
    expect(valueOf(properties, 'TRANSP')).toEqual(['OPAQUE', 'OPAQUE'])
  })

  it('says a whole day where there is no time, also the last one of a year', () => {
    const properties = read(calendarText('Leerkring', [{ ...example, date: '2026-12-31', startsAt: null, place: null }]))
    expect(properties.filter(({ name }) => name === 'DTSTART' || name === 'DTEND')).toEqual([
      { name: 'DTSTART', parameters: ['VALUE=DATE'], value: '20261231' },
      { name: 'DTEND', parameters: ['VALUE=DATE'], value: '20270101' },
    ])
    expect(valueOf(properties, 'TRANSP')).toEqual(['TRANSPARENT'])
    expect(valueOf(properties, 'LOCATION')).toEqual([])
  })

  it('says that an entry is off', () => {
    const properties = read(calendarText('Leerkring', [example, { ...example, cancelled: true }]))
    expect(valueOf(properties, 'STATUS')).toEqual(['CONFIRMED', 'CANCELLED'])
  })
})
