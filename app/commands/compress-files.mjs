// Compresses the files of the build once, as small as they get, so that serving them costs nothing.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { root } from './tools.mjs'

const folder = path.join(root, 'build/client')
const worthwhile = /\.(css|js|svg|html|json|txt|vtt|webmanifest)$/

for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
  const file = path.join(entry.parentPath, entry.name)
  if (!entry.isFile() || !worthwhile.test(entry.name)) continue
  const body = readFileSync(file)
  if (body.length < 500) continue
  writeFileSync(`${file}.gz`, gzipSync(body, { level: 9 }))
  writeFileSync(`${file}.br`, brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: body.length } }))
}
