import type { Language } from './languages'

// Locales with the calendar and the digits that readers in the Netherlands meet on paper: Gregorian, and Western
// digits, so that a number can be compared with the one in a letter.
const locales: Record<Language, string> = {
  nl: 'nl-NL',
  en: 'en-GB',
  tr: 'tr-TR-u-ca-gregory',
  ar: 'ar-u-nu-latn-ca-gregory',
  so: 'so-u-ca-gregory',
  ti: 'ti-u-nu-latn-ca-gregory',
  fa: 'fa-AF-u-nu-latn-ca-gregory',
}

/** The Intl locale for a language of the site. */
export function localeOf(language: Language): string {
  return locales[language]
}

/** Makes a format once for each language: that takes a thousand times as long as using it. */
function formatFor<Format>(make: (locale: string) => Format): (language: Language) => Format {
  const made = new Map<Language, Format>()
  return (language) => {
    const known = made.get(language) ?? make(localeOf(language))
    made.set(language, known)
    return known
  }
}

const dateTimes = (style: Intl.DateTimeFormatOptions) => formatFor((locale) => new Intl.DateTimeFormat(locale, style))
const numbers = (style: Intl.NumberFormatOptions = {}) => formatFor((locale) => new Intl.NumberFormat(locale, style))

const dayAsWritten = dateTimes({ dateStyle: 'long', timeZone: 'UTC' })
const dayOfMoment = dateTimes({ dateStyle: 'long', timeZone: 'Europe/Amsterdam' })
const monthFormats = {
  long: dateTimes({ month: 'long', year: 'numeric', timeZone: 'UTC' }),
  short: dateTimes({ month: 'short', year: '2-digit', timeZone: 'UTC' }),
}
const dayAndTime = dateTimes({ dateStyle: 'medium', timeStyle: 'short', timeZone: 'Europe/Amsterdam' })
const wholeOrNot = numbers()
const euros = numbers({ style: 'currency', currency: 'EUR' })
const oneDecimal = numbers({ minimumFractionDigits: 1, maximumFractionDigits: 1 })
const atMostOneDecimal = numbers({ maximumFractionDigits: 1 })
const noDecimals = numbers({ maximumFractionDigits: 0 })
const percent = numbers({ style: 'percent' })

const asDate = (date: Date | string) => (typeof date === 'string' ? new Date(`${date}T00:00:00Z`) : date)

/**
 * A date in words: "3 mei 2024".
 * @param date YYYY-MM-DD, or a moment, which is shown as the day it is in the Netherlands
 */
export function formatDate(language: Language, date: Date | string): string {
  const format = typeof date === 'string' ? dayAsWritten : dayOfMoment
  return format(language).format(asDate(date))
}

/** A month in words: "mei 2024", or short: "mei 24". @param month YYYY-MM */
export function formatMonth(language: Language, month: string, length: 'long' | 'short' = 'long'): string {
  return monthFormats[length](language).format(asDate(`${month}-01`))
}

/** A moment with its time in the Netherlands: "3 mei 2024 14:05". */
export function formatDateTime(language: Language, date: Date): string {
  return dayAndTime(language).format(date)
}

/** A number with the signs of the language. */
export function formatNumber(language: Language, value: number): string {
  return wholeOrNot(language).format(value)
}

/** An amount in euros: "€ 12,50". @param cents whole cents */
export function formatEuros(language: Language, cents: number): string {
  return euros(language).format(cents / 100)
}

/** A number with one decimal: "4,0". */
export function formatDecimal(language: Language, value: number): string {
  return oneDecimal(language).format(value)
}

/** How large a file is: "1,2 MB", "86 kB". Kilobytes are thousands, as telephones count. */
export function formatBytes(language: Language, bytes: number): string {
  const inMegabytes = bytes >= 999_500
  const value = inMegabytes ? bytes / 1e6 : Math.max(1, Math.round(bytes / 1000))
  const format = value < 100 ? atMostOneDecimal : noDecimals
  return `${format(language).format(value)} ${inMegabytes ? 'MB' : 'kB'}`
}

/** A time in a recording, as its player shows it: "2:05", "1:00:09". @param seconds from the beginning */
export function formatClock(seconds: number): string {
  const whole = Math.floor(seconds)
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, String(whole % 60).padStart(2, '0')]
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${rest}` : `${minutes}:${rest}`
}

/** A share between 0 and 1 as a percentage: "12%". */
export function formatShare(language: Language, share: number): string {
  return percent(language).format(share)
}

// Every request of an account asks for the day.
const dayInTheNetherlands = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Amsterdam' })

let lastMinute = { number: NaN, day: '' }

/** Today in the Netherlands, YYYY-MM-DD. Asked with every request of somebody signed in, so each minute is worked out once. */
export function today(now = new Date()): string {
  const number = Math.floor(now.getTime() / 60_000)
  if (number !== lastMinute.number) lastMinute = { number, day: dayInTheNetherlands.format(now) }
  return lastMinute.day
}
