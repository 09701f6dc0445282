import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addUpMoney, moneyIn, moneyOut, moneySheetForm, parseAmount } from './money-sheet'

describe('parseAmount', () => {
  it.each([
    ['', 0],
    ['0', 0],
    ['12', 1200],
    ['12,5', 1250],
    ['12.50', 1250],
    ['1.234', 123400],
    ['1,234', 123400],
    ['1.234,56', 123456],
    ['1,234.56', 123456],
    ['€ 1 234,56', 123456],
    ['850,-', 85000],
    ['٨٥٠', 85000],
    ['۱۲٫۵۰', 1250],
  ])('reads %j as %i cents', (text, cents) => {
    expect(parseAmount(text)).toBe(cents)
  })

  it.each(['-5', 'veel', '1.23.4', '12,345,6', '1,2,3', '12,50,', '9999999999', '1e3', '0x10'])('does not read %j', (text) => {
    expect(parseAmount(text)).toBeNull()
  })

  it('reads every amount that is written as here', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), (cents) => {
        const written = new Intl.NumberFormat('nl-NL', { style: 'currency', currency: 'EUR' }).format(cents / 100)
        expect(parseAmount(written)).toBe(cents)
      }),
    )
  })
})

describe('the sheet', () => {
  it('adds up what comes in and goes out', () => {
    const read = moneySheetForm.parse({ wages: '1.200', childBenefit: '95,50', rent: '700', food: '650,25' })
    expect(addUpMoney(read)).toEqual({ comesIn: 129550, goesOut: 135025, left: -5475 })
  })

  it('names the lines that are no amounts', () => {
    const { error } = moneySheetForm.safeParse({ wages: 'genoeg', food: '12' })
    expect(error?.issues.map(({ path, message }) => [path[0], message])).toEqual([['wages', 'amountNotValid']])
  })

  it('has every line once', () => {
    expect(new Set([...moneyIn, ...moneyOut]).size).toBe(moneyIn.length + moneyOut.length)
  })
})
