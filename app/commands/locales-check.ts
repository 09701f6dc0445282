/* Checks the strings of the interface in /locales: `npm run locales:check`. Fails if there is anything to mend. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { checkLocales, flatten, formatLocaleProblem, type LocaleFiles } from '~/i18n/check-locales'
import { unusedKeys } from '~/i18n/check-usage'
import { sourceLanguage } from '~/i18n/languages'

/** The files below a folder, by their path from it. */
function readFolder(folder: string, wanted: RegExp): LocaleFiles {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile() && wanted.test(entry.name)).map((entry) => path.join(entry.parentPath, entry.name))
  return new Map(files.sort().map((file) => [path.relative(folder, file).split(path.sep).join('/'), readFileSync(file, 'utf8')]))
}

const files = readFolder('locales', /^[^.]/)
const code = [...readFolder('app', /(?<!\.test|\.testing|\.d)\.tsx?$/)]
  .filter(([file]) => !file.startsWith('platform/db/generated/'))
  .map(([, text]) => text)
const lines = checkLocales(files).map(formatLocaleProblem)
for (const [file, text] of files) {
  if (!file.startsWith(`${sourceLanguage}/`)) continue
  lines.push(
    ...unusedKeys(flatten(JSON.parse(text)).strings, code).map((key) => formatLocaleProblem({ file, key, message: 'is used by no page' })),
  )
}
for (const line of lines) console.log(line)
console.log(`locales: ${lines.length} to mend`)
if (lines.length > 0) process.exitCode = 1
