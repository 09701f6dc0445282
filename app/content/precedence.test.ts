import { describe, expect, it } from 'vitest'
import { markOf, uploadIsShown } from './precedence'

const file = (contentHash: string, source: string | null, state = 'draft') => ({ contentHash, source, state })

describe('uploadIsShown', () => {
  const was = file('aaa', 'old')
  const cases: [
    name: string,
    upload: string,
    laidOver: ReturnType<typeof file> | null,
    now: ReturnType<typeof file> | null,
    shown: boolean,
  ][] = [
    ['there is no file', 'old', null, null, true],
    ['the file is as it was, and out of date', 'now', was, was, true],
    ['both fit, and the file is as it was', 'now', file('aaa', 'now'), file('aaa', 'now'), true],
    ['both fit, and the file changed since', 'now', was, file('bbb', 'now'), false],
    ['both fit, and the file was read over since', 'now', file('aaa', 'now'), file('aaa', 'now', 'reviewed'), false],
    ['only the file fits', 'old', was, file('aaa', 'now'), false],
    ['only the upload fits, though the file changed', 'now', was, file('bbb', 'old'), true],
    ['neither fits, and the file is as it was', 'older', was, was, true],
    ['neither fits, and the file changed since', 'older', was, file('bbb', 'old'), false],
    ['a file came where there was none', 'now', null, file('bbb', 'now'), false],
  ]
  it.each(cases)('%s', (_, upload, laidOver, now, shown) => {
    expect(uploadIsShown({ sourceHash: upload, file: markOf(laidOver) }, now, 'now')).toBe(shown)
  })
})
