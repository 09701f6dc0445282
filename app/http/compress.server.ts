import { promisify } from 'node:util'
import zlib from 'node:zlib'

const brotli = promisify(zlib.brotliCompress)
const gzip = promisify(zlib.gzip)

export type Encoding = 'br' | 'gzip' | 'identity'

/** The best encoding a browser says it takes. A weight of 0 means that it does not. */
export function acceptedEncoding(header: string | undefined): Encoding {
  const taken = new Set(
    (header ?? '')
      .toLowerCase()
      .split(',')
      .map((part) => part.trim())
      .filter((part) => !/;\s*q=0(\.0*)?$/.test(part))
      .map((part) => part.split(';')[0]!.trim()),
  )
  if (taken.has('br')) return 'br'
  return taken.has('gzip') ? 'gzip' : 'identity'
}

/** Up to here a page is compressed on the spot: that takes a fifth of a millisecond, handing it to a thread takes longer. */
const smallPage = 64 * 1024

/**
 * Compresses a page.
 * @param effort `once` for what is kept and sent many times, `quick` for what is made for one reader
 */
export async function compress(body: Buffer, encoding: Encoding, effort: 'once' | 'quick'): Promise<Buffer> {
  if (encoding === 'identity') return body
  const onTheSpot = effort === 'quick' && body.length <= smallPage
  if (encoding === 'gzip') {
    const options = { level: effort === 'once' ? 9 : 2 }
    return onTheSpot ? zlib.gzipSync(body, options) : gzip(body, options)
  }
  const options = { params: brotliParameters(body.length, effort) }
  return onTheSpot ? zlib.brotliCompressSync(body, options) : brotli(body, options)
}

function brotliParameters(length: number, effort: 'once' | 'quick'): Record<number, number> {
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_MODE, BROTLI_MODE_TEXT, BROTLI_PARAM_LGWIN, BROTLI_PARAM_SIZE_HINT } = zlib.constants
  return {
    [BROTLI_PARAM_QUALITY]: effort === 'once' ? 11 : 2,
    [BROTLI_PARAM_MODE]: BROTLI_MODE_TEXT,
    // The window is memory too: a page of a few kilobytes needs none of four megabytes.
    [BROTLI_PARAM_LGWIN]: Math.min(22, Math.max(16, Math.ceil(Math.log2(length + 1)))),
    [BROTLI_PARAM_SIZE_HINT]: length,
  }
}
