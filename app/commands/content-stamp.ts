/*
 * Says that a translation is up to date with the present Dutch text:
 * `npm run content:stamp -- <lang> <course>/<lesson> [<course>/<lesson> …]`. Keeps a copy of the Dutch texts that translations were
 * made from in content/sources, and drops the copies that none refers to any more.
 */
import { parseArgs } from 'node:util'
import { tidyCopies } from '~/content/sources'
import { stampTranslation } from '~/content/stamp'

const { positionals } = parseArgs({ allowPositionals: true })
const [language, ...targets] = positionals
if (!language || targets.length === 0) {
  console.error('content:stamp -- <lang> <course>/<lesson>')
  process.exitCode = 1
} else {
  for (const target of targets) {
    try {
      const { file, before, after } = stampTranslation(process.cwd(), language, target)
      console.log(`${file}: ${before === after ? 'was up to date' : `${before ?? 'nothing'} → ${after}`}`)
    } catch (error) {
      console.error(error instanceof Error ? error.message : error)
      process.exitCode = 1
    }
  }
  const { kept, dropped } = tidyCopies(process.cwd())
  if (kept.length + dropped.length > 0) console.log(`content/sources: ${kept.length} kept, ${dropped.length} dropped`)
}
