import fc from 'fast-check'
import { expect, test } from 'vitest'
import { byteOrderMark, looksLikeFormula, readCsv, writeCsv } from './csv'
import { standardDialect, streamCsv, writeLines, writeTail, type Dialect } from './csv-stream'
import { collect } from './zip.testing'

const dutch: Dialect = { delimiter: ';', byteOrderMark: true }
const text = fc.oneof(
  fc.string(),
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(
    '',
    'GM0363',
    "'s-Gravenhage",
    '=1+1',
    '-3',
    ' a',
    'a ',
    '@x',
    '+31',
    'a;b',
    'a,b',
    '"',
    'a\r\nb',
    '\ufeff',
    'a+b',
    '2024-01-31',
    '-',
  ),
)
const row = fc.array(fc.oneof(text, fc.integer(), fc.constant(null)), { minLength: 1, maxLength: 6 })

test('the quick way writes what the careful way writes', () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 5 }), fc.constantFrom(standardDialect, dutch), (rows, dialect) => {
      expect(writeLines(rows, dialect)).toBe(writeCsv(rows, dialect.delimiter))
    }),
    { numRuns: 500 },
  )
})

test('a reader gets every cell back, and no formula', () => {
  fc.assert(
    fc.property(fc.array(fc.array(text, { minLength: 2, maxLength: 2 }), { minLength: 1 }), (rows) => {
      const { records } = readCsv(writeLines(rows, standardDialect), ',')
      const same = (cell: string) => cell.replace(/^'/, '').replace(/\r\n?/g, '\n')
      expect(records.map((cells) => cells.map(same))).toEqual(rows.map((cells) => cells.map(same)))
      for (const cell of records.flat()) expect(looksLikeFormula(cell)).toBe(false)
    }),
  )
})

test('numbers have a comma where the semicolon parts the cells', () => {
  const rows = [['x', 0.75, 12, -1.5, null]]
  expect(writeLines(rows, standardDialect)).toBe('x,0.75,12,-1.5,\r\n')
  expect(writeLines(rows, dutch)).toBe('x;0,75;12;-1,5;\r\n')
})

test('a table begins with its columns, and with the mark for Excel where it is asked for', async () => {
  const batches = [[['a', 1]], [], [['b', 2]]]
  const always = writeTail(['x,y', null], standardDialect)
  const columns = ['name', 'count', 'from', 'more']
  expect(String(await collect(streamCsv(columns, batches, standardDialect, always)))).toBe(
    'name,count,from,more\r\na,1,"x,y",\r\nb,2,"x,y",\r\n',
  )
  const marked = String(await collect(streamCsv(['name', 'count'], batches, dutch)))
  expect(marked).toBe(`${byteOrderMark}name;count\r\na;1\r\nb;2\r\n`)
})
