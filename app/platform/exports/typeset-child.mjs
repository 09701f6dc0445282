/**
 * What runs in the typesetting process; `typesetter.server.ts` starts it with this text and nothing else.
 * First message: where the compiler and the fonts are. Every later message: a job, answered by one message.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

/** Set once the first message has come. */
let compiler
let root

/**
 * Gives a font a family name that only we use, by writing over the name inside the file's `name` table. The binding
 * always looks at the fonts of the machine too and has no switch against it; under a name of our own, a "Noto Sans"
 * of another version that happens to be installed can never be taken, and every machine makes the same bytes.
 */
function renameFamily(font, family) {
  const tables = font.readUInt16BE(4)
  for (let table = 0; table < tables; table++) {
    const entry = 12 + 16 * table
    if (font.toString('latin1', entry, entry + 4) !== 'name') continue
    const start = font.readUInt32BE(entry + 8)
    const strings = start + font.readUInt16BE(start + 4)
    const records = font.readUInt16BE(start + 2)
    for (let index = 0; index < records; index++) {
      const record = start + 6 + 12 * index
      if (font.readUInt16BE(record + 6) !== 1) continue
      const length = font.readUInt16BE(record + 8)
      const name = Buffer.from(family, 'utf16le').swap16()
      if (name.length > length) throw new Error(`"${family}" is longer than the family name of the font`)
      name.copy(font, strings + font.readUInt16BE(record + 10))
      font.writeUInt16BE(name.length, record + 8)
    }
  }
  return font
}

function start(setup) {
  const { NodeCompiler } = createRequire(import.meta.url)(setup.compiler)
  root = setup.root
  const fontBlobs = setup.fonts.map(({ path, family }) => renameFamily(readFileSync(path), family))
  compiler = NodeCompiler.create({ workspace: root, fontArgs: [{ fontBlobs }] })
}

function diagnostics(error) {
  return error ? error.shortDiagnostics.map((diagnostic) => String(diagnostic.message)) : []
}

/** The messages in the binding's export error, which is the Rust debug form of a list of diagnostics. */
function exportMessages(error) {
  const text = String(error?.message ?? error)
  const messages = [...text.matchAll(/message: "((?:[^"\\]|\\.)*)"/g)].map((match) => match[1].replaceAll('\\"', '"'))
  return messages.length > 0 ? messages : [text]
}

/** A character without a glyph, or one that PDF/UA does not take: the reader sees a box, and no more is lost. */
const isMissingGlyph = (message) => /could not be displayed with font|disallowed codepoint/.test(message)

function typeset({ source, inputs, files, timestamp, strict, format }) {
  compiler.resetShadow()
  for (const [name, content] of Object.entries(files)) compiler.mapShadow(join(root, name), Buffer.from(content))
  const result = compiler.compile({ mainFileContent: source, inputs, resetRead: true })
  const errors = diagnostics(result.takeError())
  const warnings = diagnostics(result.takeWarnings())
  if (!result.result) return { problems: errors.length > 0 ? errors : ['no document came out'] }
  if (strict && warnings.length > 0) return { problems: warnings }
  if (format === 'svg') return { svg: compiler.svg(result.result) }
  const options = { creationTimestamp: timestamp }
  try {
    // PDF/UA is what the accessibility rules for public bodies ask for; the exporter checks it while it writes.
    return { pdf: compiler.pdf(result.result, { ...options, pdfStandard: 'ua-1' }) }
  } catch (error) {
    const problems = exportMessages(error)
    if (strict || !problems.every(isMissingGlyph)) return { problems }
    return { pdf: compiler.pdf(result.result, options) }
  }
}

let jobs = 0

/** After the answer is on its way. The compiler keeps what may help with a similar document, five jobs back. */
function tidy() {
  compiler?.evictCache(5)
  jobs += 1
  // JavaScript sees small objects where the compiler holds whole documents, and would let hundreds of them stay.
  if (jobs % 10 === 0) globalThis.gc?.()
}

/** Kept for the jobs to tell: whoever asks for a document must hear it, and a job gets exactly one answer. */
let failedStart

process.on('message', ({ setup, job }) => {
  try {
    if (setup) start(setup)
    if (job) process.send(failedStart ?? typeset(job))
  } catch (error) {
    const failure = { problems: [String(error?.message ?? error)] }
    if (setup) failedStart = failure
    else process.send(failure)
  }
  if (job) tidy()
})

// The server is gone, or has had no work for a while: nothing to stay for.
process.on('disconnect', () => process.exit())
