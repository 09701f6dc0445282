import { isSpoken, spokenLanguageNames, spokenLanguages, type SpokenLanguage } from '~/i18n/spoken-languages'
import { largestCount } from '../head-count'
import { latinDigits } from '~/i18n/latin-digits'
import { day, type audiences, type groupKinds, type programmes } from '../schema'
import { wordOf } from './columns'

// What stands in a cell, as a value of ours; null where it is none.

type Words<T extends string> = Record<T, string[]>

const programmeWords: Words<(typeof programmes)[number]> = {
  opvoeding: ['opvoeding en zelfbeschikking', 'actielijn 3', 'lijn 3', '3'],
  financieel: ['financiële weerbaarheid', 'financiën', 'geld', 'actielijn 2', 'lijn 2', '2'],
  verandering: ['verandering van binnenuit', 'veranderen', 'actielijn 1', 'lijn 1', '1'],
}
const kindWords: Words<(typeof groupKinds)[number]> = {
  parents: ['oudergroep', 'ouders'],
  women: ['vrouwengroep', 'vrouwen'],
  living_room: ['huiskamergesprek', 'huiskamer', 'huiskamergroep'],
  dialogue: ['dialoogbijeenkomst', 'dialoog', 'dialooggroep'],
}
const audienceWords: Words<(typeof audiences)[number]> = {
  women: ['vrouwen'],
  men: ['mannen'],
  mixed: ['gemengd', 'vrouwen en mannen', 'mannen en vrouwen', 'iedereen'],
  mothers: ['moeders'],
  fathers: ['vaders'],
  parents: ['ouders', 'vaders en moeders', 'moeders en vaders'],
}

function reader<T extends string>(words: Words<T>): (text: string) => T | null {
  const byWord = new Map(
    Object.keys(words).flatMap((code) => [code, ...words[code as T]].map((word) => [wordOf(word), code as T] as const)),
  )
  return (text) => byWord.get(wordOf(text)) ?? null
}

export const readProgramme = reader(programmeWords)
export const readKind = reader(kindWords)
export const readAudience = reader(audienceWords)

const dutchLanguages: Partial<Record<SpokenLanguage, string[]>> = {
  en: ['engels'],
  tr: ['turks'],
  ar: ['arabisch'],
  so: ['somalisch'],
  ti: ['tigrinya', 'tigrinja'],
  fa: ['dari', 'farsi', 'perzisch'],
  am: ['amhaars'],
  es: ['spaans'],
  fr: ['frans'],
  hi: ['hindi'],
  ku: ['koerdisch', 'kurmanci', 'sorani'],
  pap: ['papiaments', 'papiamento'],
  pl: ['pools'],
  ps: ['pasjtoe', 'pashto'],
  pt: ['portugees'],
  hns: ['sarnami', 'hindoestaans'],
  srn: ['sranan'],
  uk: ['oekraiens'],
  ur: ['urdu'],
  vi: ['vietnamees'],
  zgh: ['berbers', 'tamazight', 'tarifit', 'riffijns'],
  zh: ['chinees', 'mandarijn'],
}
const languageByWord = new Map<string, SpokenLanguage>()
for (const code of spokenLanguages) {
  const names = spokenLanguageNames[code].split(' / ')
  for (const word of [...names, ...(dutchLanguages[code] ?? [])]) languageByWord.set(wordOf(word), code)
}

/** The languages in a cell, by code, Dutch name or own name, between commas or other signs. Null when one is none. */
export function readLanguages(text: string): SpokenLanguage[] | null {
  const found = splitList(text).map((word) =>
    isSpoken(word.toLowerCase()) ? (word.toLowerCase() as SpokenLanguage) : languageByWord.get(wordOf(word)),
  )
  return found.length > 0 && found.every((code) => code !== undefined) ? [...new Set(found)].sort() : null
}

/** The words of a cell with more than one of them. */
export function splitList(text: string): string[] {
  return text
    .split(/[,;/|&+\n]|\s+en\s+/)
    .map((word) => word.trim())
    .filter(Boolean)
}

const months = ['jan', 'feb', 'maa', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec']

/** A day as YYYY-MM-DD, from 2026-05-03, 3-5-2026, 03/05/26 or 3 mei 2026. With a time behind it, as Excel writes it, it is the same day. */
export function readDay(typed: string): string | null {
  const text = latinDigits(typed.trim()).replace(/[T ]0?0:00(?::00(?:\.0+)?)?Z?$/, '')
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text)
  const dutch = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})$/.exec(text)
  const inWords = /^(\d{1,2})[ -]([a-z]{3})[a-z]*\.?[ -](\d{4})$/i.exec(text)
  const parts = iso
    ? [iso[1], iso[2], iso[3]]
    : dutch
      ? [dutch[3]!.length === 2 ? `20${dutch[3]}` : dutch[3], dutch[2], dutch[1]]
      : inWords
        ? [inWords[3], String(months.indexOf(inWords[2]!.toLowerCase().replace('mrt', 'maa')) + 1), inWords[1]]
        : null
  if (!parts) return null
  const [year, month, date] = parts as [string, string, string]
  return day.safeParse(`${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`).data ?? null
}

/** A time as HH:MM, from 9:30, 09.30, 9u30 or 09:30:00. */
export function readTime(typed: string): string | null {
  const found = /^(\d{1,2})[:.uh](\d{2})(?::00)?(?:\s*uur)?$/i.exec(latinDigits(typed.trim()))
  if (!found || Number(found[1]) > 23 || Number(found[2]) > 59) return null
  return `${found[1]!.padStart(2, '0')}:${found[2]}`
}

export type CountFault = 'countNotValid' | 'countNegative' | 'countTooLarge'

/** How many: a whole number, also when a spreadsheet wrote it as 8,0. */
export function readCount(typed: string): number | CountFault {
  const text = latinDigits(typed.trim())
  const found = /^([+-]?\d{1,15})(?:[.,]0+)?$/.exec(text)
  if (!found) return /^\d+$/.test(text) ? 'countTooLarge' : 'countNotValid'
  const number = Number(found[1])
  if (number < 0) return 'countNegative'
  // -0 is nobody.
  return number > largestCount ? 'countTooLarge' : number + 0
}
