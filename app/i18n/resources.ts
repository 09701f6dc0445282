import { languages, type Language } from './languages'
import { namespaces, type Namespace } from './namespaces'

// Vite reads all the files at build time; on the server they are small enough to stay in memory.
const files = import.meta.glob<Record<string, unknown>>('../../locales/*/*.json', { eager: true, import: 'default' })

type Resources = Record<Language, Record<Namespace, Record<string, unknown>>>

/** All interface strings: language, namespace, key. */
export const resources = Object.fromEntries(
  languages.map((language) => [
    language,
    Object.fromEntries(namespaces.map((namespace) => [namespace, files[`../../locales/${language}/${namespace}.json`] ?? {}])),
  ]),
) as Resources
