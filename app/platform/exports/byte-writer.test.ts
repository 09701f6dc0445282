import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ByteWriter, mouldOf } from './byte-writer'

const part = fc.oneof(
  fc.string().map((text) => ({ text })),
  fc.string({ unit: 'binary' }).map((text) => ({ text })),
  fc.string({ unit: 'grapheme', maxLength: 40 }).map((text) => ({ text: text.repeat(200) })),
  fc.string({ unit: 'grapheme' }).map((ready) => ({ ready })),
  fc.record({ of: fc.string({ unit: 'grapheme' }), comma: fc.constantFrom(',', ';') }),
  fc.record({
    mould: fc.array(fc.string(), { minLength: 1 }).map((parts) => parts.join('\0')),
    filling: fc.string({ unit: 'grapheme-ascii' }),
  }),
  fc.nat(Number.MAX_SAFE_INTEGER).map((count) => ({ count })),
)

type Part = typeof part extends fc.Arbitrary<infer Each> ? Each : never

function plain(each: Part): string {
  if ('text' in each) return each.text
  if ('ready' in each) return each.ready
  if ('count' in each) return String(each.count)
  return 'of' in each ? each.of.replaceAll(',', each.comma) : each.mould.split('\0').join(each.filling)
}

test('writes what the parts are in UTF-8, also after it was emptied', () => {
  fc.assert(
    fc.property(fc.array(fc.array(part, { maxLength: 30 }), { maxLength: 4 }), (takes) => {
      const writer = new ByteWriter()
      const taken = takes.map((parts) => {
        for (const each of parts) {
          if ('text' in each) writer.text(each.text)
          else if ('ready' in each) writer.ready(Buffer.from(each.ready))
          else if ('count' in each) writer.count(each.count)
          else if ('of' in each) writer.part(Buffer.from(`..${each.of}..`), 2, 2 + Buffer.byteLength(each.of), each.comma.charCodeAt(0))
          else writer.filled(mouldOf(each.mould, each.filling.length), Buffer.from(each.filling))
        }
        return writer.take()
      })
      // Compared only now: what was handed over must stay as it is.
      for (const [index, parts] of takes.entries()) {
        expect(Buffer.from(taken[index]!)).toEqual(Buffer.concat(parts.map((each) => Buffer.from(plain(each)))))
      }
    }),
  )
})
