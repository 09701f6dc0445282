import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { looksLikeFormula, readCsv, sniffDelimiter, writeCsv, type Delimiter } from './csv'

const delimiter = fc.constantFrom<Delimiter>(',', ';', '\t')
// Every kind of line end is read as one.
const cell = fc
  .oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: fc.constantFrom('"', ',', ';', '\n', '\t', '=', '-', ' ', 'a', '1', '\ufeff') }),
  )
  .map((text) => text.replace(/\r\n?/g, '\n'))
const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { maxLength: 6 })

describe('a table as text', () => {
  it('that was written is read as it was, with an apostrophe before what looks like a formula', () => {
    fc.assert(
      fc.property(table, delimiter, (rows, sign) => {
        const wanted = rows.map((row) => row.map((text) => (looksLikeFormula(text) ? `'${text}` : text)))
        expect(readCsv(writeCsv(rows, sign), sign)).toEqual({ records: wanted, openQuote: null })
      }),
    )
  })

  it('never holds a cell that a spreadsheet would work out', () => {
    fc.assert(
      fc.property(table, delimiter, (rows, sign) => {
        for (const text of readCsv(writeCsv(rows, sign), sign).records.flat()) expect(looksLikeFormula(text)).toBe(false)
      }),
    )
  })

  it('is read from any text whatever, and nothing but signs of the form is lost', () => {
    const letters = (text: string) => [...text.replace(/["\n\r,;\t\ufeff]/g, '')].join('')
    fc.assert(
      fc.property(fc.oneof(fc.string(), cell), delimiter, (text, sign) => {
        const { records } = readCsv(text, sign)
        expect(letters(records.flat().join(''))).toBe(letters(text))
      }),
    )
  })

  it('of a size that nobody sends is read in one go', () => {
    const row = `${'"a""b";'.repeat(20)}x\n`
    expect(readCsv(row.repeat(5_000)).records).toHaveLength(5_000)
    expect(readCsv('"'.repeat(1_000_001)).records).toHaveLength(1)
  })

  it.each([
    ['a;b\r\n1;2\r\n', [['a', 'b'], ['1', '2']]], // prettier-ignore
    ['a,b\n1,2', [['a', 'b'], ['1', '2']]], // prettier-ignore
    ['\ufeffa;b\r1;2', [['a', 'b'], ['1', '2']]], // prettier-ignore
    ['a;b\n\n1;', [['a', 'b'], [''], ['1', '']]], // prettier-ignore
    ['"a;""x""\ny";b', [['a;"x"\ny', 'b']]],
    ['a "b" c;"d"e', [['a "b" c', 'de']]],
    ['', []],
  ])('%j has these cells', (text, records) => {
    expect(readCsv(text, sniffDelimiter(text))).toEqual({ records, openQuote: null })
  })

  it('tells in which record a quote stays open', () => {
    expect(readCsv('a;b\n1;2\n"3;4\n5;6')).toMatchObject({ openQuote: 2 })
  })
})

describe('the sign between the cells', () => {
  it.each([
    ['a;b;c,d', ';'],
    ['a,b,c;d', ','],
    ['a\tb', '\t'],
    ['"a,b,c,d";e', ';'],
    ['\n\n a,b', ','],
    ['group', ';'],
  ])('of %j is found', (text, sign) => {
    expect(sniffDelimiter(text)).toBe(sign)
  })
})

describe('looksLikeFormula', () => {
  it.each(['=1+1', '+1+1', '-2+3', '@SUM(A1)', '  =A1', '\t=A1', '\r=A1', '＝A1', "=cmd|' /C calc'!A0"])('is true for %j', (text) => {
    expect(looksLikeFormula(text)).toBe(true)
  })

  it.each(['', '-5', '+31', '-2,5', '12', 'a=b', 'Tien - twaalf', "'s-Gravenhage"])('is false for %j', (text) => {
    expect(looksLikeFormula(text)).toBe(false)
  })
})
