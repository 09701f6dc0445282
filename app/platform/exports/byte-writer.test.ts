import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ByteWriter } from './byte-writer'

const part = fc.oneof(
  fc.string().map((text) => ({ text })),
  fc.string({ unit: 'binary' }).map((text) => ({ text })),
  fc.string({ unit: 'grapheme', maxLength: 40 }).map((text) => ({ text: text.repeat(200) })),
  fc.string({ unit: 'grapheme' }).map((ready) => ({ ready })),
  fc.nat(Number.MAX_SAFE_INTEGER).map((count) => ({ count })),
)

test('writes what the parts are in UTF-8, also after it was emptied', () => {
  fc.assert(
    fc.property(fc.array(fc.array(part, { maxLength: 30 }), { maxLength: 4 }), (takes) => {
      const writer = new ByteWriter()
      const taken = takes.map((parts) => {
        for (const each of parts) {
          if ('text' in each) writer.text(each.text)
          else if ('ready' in each) writer.ready(Buffer.from(each.ready))
          else writer.count(each.count)
        }
        return writer.take()
      })
      // Compared only now: what was handed over must stay as it is.
      for (const [index, parts] of takes.entries()) {
        const plain = parts.map((each) => Buffer.from('text' in each ? each.text : 'ready' in each ? each.ready : String(each.count)))
        expect(Buffer.from(taken[index]!)).toEqual(Buffer.concat(plain))
      }
    }),
  )
})
