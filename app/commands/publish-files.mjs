// Makes the built files ready to be served: leaves out what no page asks for, and compresses the rest once, as small as it gets.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

const folder = path.resolve('build/client')

// Remix builds its browser half whether a page hydrates or not. None does, so only our own modules of custom elements go
// out: that of every page, and those of recordings, of reading aloud and of uploads; a route that opts in to hydration ends this step.
const served = /^((player|listen|upload)-)?main-[\w-]+\.js$/
for (const name of readdirSync(path.join(folder, 'assets'))) {
  if (name.endsWith('.js') && !served.test(name)) rmSync(path.join(folder, 'assets', name))
}

const worthwhile = /\.(css|js|svg|html|json|txt|vtt|webmanifest)$/
for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
  const file = path.join(entry.parentPath, entry.name)
  if (!entry.isFile() || !worthwhile.test(entry.name)) continue
  const body = readFileSync(file)
  if (body.length < 500) continue
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT } = constants
  writeFileSync(`${file}.gz`, gzipSync(body, { level: 9 }))
  writeFileSync(`${file}.br`, brotliCompressSync(body, { params: { [BROTLI_PARAM_QUALITY]: 11, [BROTLI_PARAM_SIZE_HINT]: body.length } }))
}
