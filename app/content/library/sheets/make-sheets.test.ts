import { describe, expect, it } from 'vitest'
import { compileContent } from '../../compile'
import { makeSheets } from './make-sheets'

describe('what is printed of the library', () => {
  it('is made in three scripts, and the same each time', { timeout: 120_000 }, async () => {
    const { catalogue } = compileContent(process.cwd())
    const items = catalogue.library
      .filter(({ kind }) => kind === 'infographic' || kind === 'cards')
      .map(({ texts: { nl, ar, ti }, ...item }) => ({ ...item, texts: { nl, ar, ti } }))
    const [first, second] = [await makeSheets(process.cwd(), items, () => null), await makeSheets(process.cwd(), items, () => null)]
    expect(first.map(({ key, files }) => [key, files.map(({ file }) => file)])).toEqual(
      second.map(({ key, files }) => [key, files.map(({ file }) => file)]),
    )
    const files = first.flatMap(({ files }) => files)
    expect(new Set(files.map(({ file }) => file.language))).toEqual(new Set(['nl', 'ar', 'ti']))
    for (const { file, content } of files) {
      const beginning = Buffer.from(content!.slice(0, 5)).toString('latin1')
      expect([file.name, beginning]).toEqual([
        file.name,
        { drawing: '<svg ', picture: '\x89PNG\r', sheet: '%PDF-', poster: '%PDF-' }[file.role as string],
      ])
      // PDF/UA: tagged, and without a letter that no font has.
      if (file.role === 'sheet') expect(Buffer.from(content!).toString('latin1')).toContain('pdfuaid')
    }
  })
})
