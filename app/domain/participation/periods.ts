import { dateOfDay, dayNumber } from '~/domain/groups/tally'
import type { Step } from './dimensions'

/** Months are numbered from January 2000, as days are from its first. */
export function monthOf(date: string): number {
  return (Number(date.slice(0, 4)) - 2000) * 12 + Number(date.slice(5, 7)) - 1
}

const monthsIn = { month: 1, quarter: 3, year: 12 } as const satisfies Record<Step, number>

/** The number of a month, quarter or year that a month is in. */
export function stepOf(month: number, step: Step): number {
  return Math.floor(month / monthsIn[step])
}

/** 2024-03, 2024-Q1 or 2024. @param number as `stepOf` gives it */
export function periodCode(number: number, step: Step): string {
  const month = number * monthsIn[step]
  const year = String(2000 + Math.floor(month / 12))
  if (step === 'year') return year
  return step === 'quarter' ? `${year}-Q${Math.floor((month % 12) / 3) + 1}` : `${year}-${String((month % 12) + 1).padStart(2, '0')}`
}

export function firstOfMonth(month: number): string {
  return `${2000 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`
}

export function lastOfMonth(month: number): string {
  return dateOfDay(dayNumber(firstOfMonth(month + 1)) - 1)
}

/** For each day from the first the number of its month: looking it up is faster than working it out a million times. */
export function monthsOfDays(from: number, to: number): Int32Array {
  const months = new Int32Array(Math.max(0, to - from + 1))
  if (months.length === 0) return months
  let month = monthOf(dateOfDay(from))
  for (let index = 0; index < months.length; month += 1) {
    const next = dayNumber(firstOfMonth(month + 1)) - from
    months.fill(month, index, next)
    index = next
  }
  return months
}

/** A stretch of whole months. */
export interface Months {
  first: number
  last: number
}

/** A block of the calendar that public figures are given for. */
export type Block = { month: number } | { quarter: number } | { year: number }

/** The fewest years, quarters and months that make up whole months. Numbers are those of `stepOf`. */
export function blocksOf({ first, last }: Months): Block[] {
  const blocks: Block[] = []
  for (let month = first; month <= last;) {
    if (month % 12 === 0 && month + 11 <= last) {
      blocks.push({ year: month / 12 })
      month += 12
    } else if (month % 3 === 0 && month + 2 <= last) {
      blocks.push({ quarter: month / 3 })
      month += 3
    } else {
      blocks.push({ month })
      month += 1
    }
  }
  return blocks
}
