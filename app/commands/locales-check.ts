/* Compares the interface strings of all languages: part of `npm run validate`. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { checkLocales, type Strings } from '~/i18n/check-locales'
import { languages, type Language } from '~/i18n/languages'

const folder = path.resolve('locales')
const read = (language: Language): Strings =>
  Object.fromEntries(
    readdirSync(path.join(folder, language)).map((file) => [
      path.basename(file, '.json'),
      JSON.parse(readFileSync(path.join(folder, language, file), 'utf8')) as unknown,
    ]),
  )
const faults = checkLocales(Object.fromEntries(languages.map((language) => [language, read(language)])) as Record<Language, Strings>)
for (const fault of faults) console.log(fault)
if (faults.length > 0) process.exitCode = 1
