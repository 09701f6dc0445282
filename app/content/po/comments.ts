import type { Language } from '~/i18n/languages'
import { labels } from '../labels'
import type { SegmentKind } from '../segments/segment'
import type { Term } from '../terms'
import type { Entry } from './entries'

/**
 * What sort of piece an entry is. In Dutch, and here instead of in locales/: who reads it translates from Dutch, in whatever
 * language her own program speaks.
 */
const kinds: Readonly<Record<SegmentKind, string>> = {
  title: 'Titel van de tekst. Neutraal: hij staat in de geschiedenis van een telefoon.',
  summary: 'Samenvatting in één of twee zinnen.',
  module: 'Titel van een deel van de cursus.',
  heading: 'Kopje.',
  paragraph: 'Alinea.',
  item: 'Punt van een opsomming.',
  cell: 'Vakje van een tabel.',
  quotation: 'Citaat.',
  card: 'Kaartje: één vraag voor op tafel.',
  note: `Kader (${labels.nl.tip}, ${labels.nl.law}, ${labels.nl.help}).`,
  reflection: 'Iets om over na te denken.',
  question: 'Vraag.',
  option: 'Antwoord waaruit je kiest.',
  feedback: 'Gezegd tegen wie dit antwoord koos. Vriendelijk; het oordeelt niet.',
  explanation: 'Uitleg na de vraag.',
  scenario: 'Begin van een gesprek met keuzes.',
  choice: 'Keuze in een gesprek: een knop.',
  consequence: 'Wat er gebeurt na een keuze.',
  label: 'Naam van een bestand, geluid of film.',
  speaker: 'Naam van een stem.',
  turn: 'Wat een stem zegt. Eén regel, hooguit 400 tekens; het staat in beeld terwijl het te horen is.',
}

/** What a translator has to keep, where there is something of it in a piece. */
function rulesFor(dutch: string): string[] {
  const rules: string[] = []
  if (/\]\(/.test(dutch)) rules.push('Een link: vertaal de woorden tussen [ ], laat wat tussen ( ) staat zoals het is.')
  if (/\*\*|__/.test(dutch)) rules.push('Vet: zet ** vast tegen het eerste en het laatste woord.')
  else if (/[*_]/.test(dutch)) rules.push('Schuin: laat * of _ om de woorden staan.')
  if (/\{#|:::/.test(dutch)) rules.push('Laat {#…} en ::: staan zoals ze zijn.')
  return rules
}

/** The terms of a language whose Dutch word stands in a text, also as a part of a longer word or with another ending. */
export function termsIn(dutch: string, terms: readonly Term[]): Term[] {
  const folded = ` ${dutch.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')} `
  return terms.filter(({ nl }) =>
    folded.includes(
      ` ${nl
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim()}`,
    ),
  )
}

/** The comment above an entry, a line for each thing that a translator should know. */
export function commentOf({ kind, dutch }: Entry, terms: readonly Term[]): string {
  const words = termsIn(dutch, terms).map(({ nl, word, avoid }) => {
    const avoided = avoid.length > 0 ? ` (niet: ${avoid.join(', ')})` : ''
    return `“${nl}” is ${word}${avoided}.`
  })
  return [kinds[kind], ...rulesFor(dutch), ...words].join('\n')
}

/** What stands at the top of the file. */
export function headComment(name: string, language: Language): string {
  return [
    `Leerkring: ${name}, van het Nederlands (nl) naar ${language}.`,
    'Vul alles in. Wat “fuzzy” is, kijk je na: het Nederlands is daar veranderd.',
    'Laat ids ({#…}), links en ::: staan zoals ze zijn. Laat de Nederlandse tekst (msgid) zoals hij is.',
    'Klaar? Zet het bestand op de pagina waar je het hebt gehaald.',
  ].join('\n')
}
