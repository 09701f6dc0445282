import { byteOrderMark, writeCsv } from '~/platform/exports/csv'
import { columns, type ColumnName } from './columns'

/** A spreadsheet to fill in: the headings, and one row that is plainly made up. @param organisation a name of one that may be used */
export function templateOf(organisation: string): string {
  const example: Record<ColumnName, string | number> = {
    group: 'Voorbeeldgroep (verzonnen)',
    programme: 'opvoeding',
    kind: 'parents',
    organisation,
    municipality: 'Utrecht',
    place: 'Buurthuis Het Voorbeeld',
    audience: 'mothers',
    languages: 'ar, nl',
    trainer: '',
    date: '2026-01-13',
    startsAt: '10:00',
    present: 8,
    firstTime: 8,
    women: 8,
    men: 0,
    unknown: 0,
    ageUnder25: 1,
    age25to39: 5,
    age40to54: 2,
    age55plus: 0,
    ageUnknown: 0,
    topic: 'Grenzen stellen',
    note: 'Deze regel is een voorbeeld. Haal hem weg.',
  }
  return byteOrderMark + writeCsv([[...columns], columns.map((name) => example[name])])
}
