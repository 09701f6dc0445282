import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkText, decodeSpreadsheet, largestFile } from './decode'

const bytes = (text: string, encoding: BufferEncoding = 'utf8') => new Uint8Array(Buffer.from(text, encoding))

describe('a file', () => {
  it('is the same text as UTF-8 with or without a mark, as Windows-1252 and as the Unicode text of Excel', () => {
    const text = 'groep;plaats\nCafé;Súdwest'
    const ways = [
      bytes(text),
      bytes(`\ufeff${text}`),
      bytes(text.replaceAll('\n', '\r\n')),
      bytes(`${text}\r\n;;\r\n`),
      bytes(text, 'latin1'),
      bytes(`\ufeff${text}`, 'utf16le'),
    ]
    for (const way of ways) expect(decodeSpreadsheet(way)).toEqual({ text })
    // The sign of the euro has a place of its own in Windows-1252.
    expect(decodeSpreadsheet(new Uint8Array([0x61, 0x80, 0xe9]))).toEqual({ text: 'a€é' })
  })

  it.each([
    ['nothing', new Uint8Array(), 'fileMissing'],
    ['a workbook', bytes('PK\u0003\u0004'), 'fileIsWorkbook'],
    ['an old workbook', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'fileIsWorkbook'],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), 'fileNotText'],
    ['blank lines', bytes('\r\n ;;\r\n'), 'fileEmpty'],
    ['too much', new Uint8Array(largestFile + 1).fill(0x61), 'fileTooLarge'],
  ])('that is %s is refused', (_, file, code) => {
    expect(decodeSpreadsheet(file)).toEqual({ code })
  })

  it.each([' ', ';', ',', '\n', '; '])('keeps a long row of %j in the middle and loses it at the end', (sign) => {
    const long = sign.repeat(200_000)
    expect(checkText(`a${long}b`)).toEqual({ text: `a${long}b` })
    expect(checkText(`a${long}`)).toEqual({ text: 'a' })
    expect(checkText(long)).toEqual({ code: 'fileEmpty' })
  })

  it('of any bytes is a text or refused, and the text comes back from the page as it was', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (file) => {
        const decoded = decodeSpreadsheet(file)
        if ('code' in decoded) return
        // A browser ends the lines of what it sends with CR LF.
        expect(checkText(decoded.text.replaceAll('\n', '\r\n'))).toEqual(decoded)
      }),
    )
  })
})
