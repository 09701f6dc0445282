import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findColumn } from './columns'
import { readAudience, readCount, readDay, readKind, readLanguages, readProgramme, readTime, splitList } from './values'

const days = fc
  .date({ min: new Date('2015-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

describe('a day', () => {
  it('is the same in every way of writing it', () => {
    fc.assert(
      fc.property(days, fc.constantFrom('-', '/', '.'), fc.boolean(), (day, sign, short) => {
        const [year, month, date] = day.split('-') as [string, string, string]
        const [m, d] = short ? [String(Number(month)), String(Number(date))] : [month, date]
        expect(readDay(day)).toBe(day)
        expect(readDay(`${day} 00:00:00`)).toBe(day)
        expect(readDay([d, m, year].join(sign))).toBe(day)
        expect(readDay([d, m, year.slice(2)].join(sign))).toBe(day)
      }),
    )
  })

  it.each([
    ['3 mei 2026', '2026-05-03'],
    ['12 mrt. 2026', '2026-03-12'],
    ['٣-٥-٢٠٢٦', '2026-05-03'],
    ['2026-5-3', '2026-05-03'],
  ])('%s is read', (typed, day) => {
    expect(readDay(typed)).toBe(day)
  })

  it.each(['', '31-02-2026', '2026-13-01', '5/13/2026', '46145', 'gisteren', '3-5', '1-1-1999', '12 xyz 2026'])('%j is none', (typed) => {
    expect(readDay(typed)).toBeNull()
  })
})

describe('a time', () => {
  it.each([
    ['9:30', '09:30'],
    ['09.30', '09:30'],
    ['9u30', '09:30'],
    ['13:05:00', '13:05'],
    ['10:00 uur', '10:00'],
  ])('%s is read', (typed, time) => {
    expect(readTime(typed)).toBe(time)
  })

  it.each(['24:00', '9:60', 'ochtend', '930', '9:3'])('%s is none', (typed) => {
    expect(readTime(typed)).toBeNull()
  })
})

describe('a count', () => {
  it('is a whole number from 0 to 500, whatever else stands in the cell', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.integer().map(String), fc.double().map(String)), (typed) => {
        const read = readCount(typed)
        if (typeof read === 'number') expect(read).toSatisfy((number: number) => Number.isInteger(number) && number >= 0 && number <= 500)
        else expect(['countNotValid', 'countNegative', 'countTooLarge']).toContain(read)
      }),
    )
  })

  it.each([
    ['8', 8],
    [' 12 ', 12],
    ['8,0', 8],
    ['8.00', 8],
    ['٨', 8],
    ['-0', 0],
    ['-3', 'countNegative'],
    ['501', 'countTooLarge'],
    ['99999999999999999999', 'countTooLarge'],
    ['8,5', 'countNotValid'],
    ['=4+4', 'countNotValid'],
    ['acht', 'countNotValid'],
    ['1e2', 'countNotValid'],
  ])('%s is %s', (typed, read) => {
    expect(readCount(typed)).toBe(read)
  })
})

describe('words', () => {
  it.each([
    [readProgramme, 'Opvoeding', 'opvoeding'],
    [readProgramme, 'actielijn 2', 'financieel'],
    [readKind, 'Oudergroep', 'parents'],
    [readKind, 'living-room', 'living_room'],
    [readKind, 'Living Room', 'living_room'],
    [readAudience, 'vrouwen en mannen', 'mixed'],
    [readAudience, 'ouders ', 'parents'],
  ] as const)('of %o: %s is %s', (read, typed, code) => {
    expect(read(typed)).toBe(code)
  })

  it('that are unknown are none', () => {
    expect([readProgramme('sport'), readKind('constructor'), readAudience('')]).toEqual([null, null, null])
  })
})

describe('languages', () => {
  it.each([
    ['ar, nl', ['ar', 'nl']],
    ['Arabisch en Nederlands', ['ar', 'nl']],
    ['NL;nl', ['nl']],
    ['Türkçe / Soomaali', ['so', 'tr']],
    ['دری', ['fa']],
  ])('%s are %o', (typed, codes) => {
    expect(readLanguages(typed)).toEqual(codes)
  })

  it.each(['', 'klingon', 'nl, klingon', 'toString'])('%j are none', (typed) => {
    expect(readLanguages(typed)).toBeNull()
  })
})

describe('headings', () => {
  it.each([
    ['group', 'group'],
    ['First Time', 'firstTime'],
    ['EERSTE KEER', 'firstTime'],
    ['eerstekeer', 'firstTime'],
    ['Gemeente ', 'municipality'],
    ['55+', 'age55plus'],
    ['25 - 39', 'age25to39'],
    ['begintijd', 'startsAt'],
  ])('%s is the column %s', (heading, column) => {
    expect(findColumn(heading)).toBe(column)
  })

  it('that mean nothing here are none', () => {
    expect(['Naam deelnemer', '', 'constructor'].map(findColumn)).toEqual([null, null, null])
  })
})

describe('a list in a cell', () => {
  it('has no empty words', () => {
    expect(splitList(' een; twee,, drie | ')).toEqual(['een', 'twee', 'drie'])
  })
})
