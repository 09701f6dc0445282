import { spokenLanguages } from '~/content/library/recording'
import type { FileRole, Item, ItemFile, Recording } from '~/content/library/types'
import { sourceLanguage, type Language } from '~/i18n/languages'
import { listFiles } from './list-files.server'

/** What is heard in an item. */
export interface Spoken {
  language: Language
  recording: Recording
  file: ItemFile
  /** The same for who has little data. */
  small: ItemFile | null
  still: ItemFile | null
}

/** The recording for a reader in a language: in that language, else in Dutch, else in any; null when there is none. */
export async function findSpoken(item: Item, language: Language): Promise<Spoken | null> {
  const files = await listFiles(item)
  const kind = item.kind === 'film' ? 'film' : 'audio'
  const wanted: Language[] = [language, sourceLanguage, ...spokenLanguages(item)]
  for (const spoken of wanted) {
    const recording = item.recordings[spoken]
    const find = (role: FileRole) => files.find((file) => file.role === role && file.language === spoken) ?? null
    const file = find(kind)
    if (recording && file) return { language: spoken, recording, file, small: find(`${kind}-small`), still: find('still') }
  }
  return null
}

/** Whether people are heard, who may say something else than the script, which was written for voices of a computer. */
export async function hasOtherWords(item: Item, language: Language): Promise<boolean> {
  return (await findSpoken(item, language))?.recording.voices === 'person'
}
