import { z } from 'zod'
import { latinDigits } from '~/i18n/latin-digits'

// The sheet of the lesson on what comes in and goes out, added up. It is worked out and forgotten: nothing of it is kept.

/** Lines of the sheet, in the order of the lesson. */
export const moneyIn = ['wages', 'benefit', 'allowances', 'childBenefit', 'otherIn'] as const
export const moneyOut = [
  'rent',
  'energy',
  'insurance',
  'phone',
  'food',
  'travel',
  'children',
  'debts',
  'family',
  'saving',
  'myself',
  'otherOut',
] as const
export type MoneyLine = (typeof moneyIn)[number] | (typeof moneyOut)[number]

const mostCents = 100_000_000

/**
 * Reads an amount as people write it: 1.234,50 or 1234.5 or € 12,-.
 * @returns cents; 0 for an empty text; null for what is no amount
 */
export function parseAmount(typed: string): number | null {
  const text = latinDigits(typed)
    .replaceAll('\u066b', ',')
    .replace(/[\s€\u066c'’]/g, '')
    .replace(/[.,](?:-|–|—|=)$/, '')
  if (text === '') return 0
  // Points or commas between groups of three, then two decimals at the most behind the other sign.
  const found = /^(?:(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d{1,2}))?|(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2}))?)$/.exec(text)
  if (!found) return null
  const [, withPoints, decimals, withCommas, others] = found
  const euros = Number((withPoints ?? withCommas ?? '').replace(/[.,]/g, ''))
  const cents = euros * 100 + Number((decimals ?? others ?? '').padEnd(2, '0'))
  return cents <= mostCents ? cents : null
}

const amount = z
  .string()
  .optional()
  .transform((text = '', context) => {
    const cents = parseAmount(text)
    if (cents !== null) return cents
    context.addIssue({ code: 'custom', message: 'amountNotValid' })
    return z.NEVER
  })

/** The form: a text for each line, read as cents. */
export const moneySheetForm = z.object(
  Object.fromEntries([...moneyIn, ...moneyOut].map((line) => [line, amount])) as Record<MoneyLine, typeof amount>,
)

/** All in cents; `left` is below nought where more goes out than comes in. */
export function addUpMoney(amounts: Record<MoneyLine, number>): { comesIn: number; goesOut: number; left: number } {
  const sum = (lines: readonly MoneyLine[]) => lines.reduce((total, line) => total + amounts[line], 0)
  const [comesIn, goesOut] = [sum(moneyIn), sum(moneyOut)]
  return { comesIn, goesOut, left: comesIn - goesOut }
}
