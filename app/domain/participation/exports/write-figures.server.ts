import { standardDialect, type Dialect } from '~/platform/exports/csv-stream'
import type { Report } from '../report'
import type { Format } from '../request'
import { figuresCsv } from './figures-csv'
import { figuresJson } from './figures-json'
import { figuresPackage } from './figures-package.server'
import { figuresPdf } from './figures-pdf.server'
import { figuresXlsx } from './figures-xlsx.server'
import { wordsOf, type Words } from './words'

type Write = (report: Report, words: Words, dialect: Dialect) => AsyncIterable<Uint8Array>

const writers: Record<Format, Write> = {
  csv: figuresCsv,
  json: figuresJson,
  xlsx: figuresXlsx,
  zip: figuresPackage,
  pdf: figuresPdf,
}

/**
 * Writes the figures shape in a format. The same report gives the same bytes.
 * @param options language of the words in it; the dialect is for CSV only
 * @throws while it is read, when a PDF cannot be typeset
 */
export function writeFigures(
  report: Report,
  format: Format,
  { language, dialect = standardDialect }: { language: 'nl' | 'en'; dialect?: Dialect },
): AsyncIterable<Uint8Array> {
  return writers[format](report, wordsOf(language), dialect)
}
