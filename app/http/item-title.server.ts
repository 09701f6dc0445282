import { findItem, getItemText } from '~/content/read'
import type { Language } from '~/i18n/languages'
import { blockLanguage, type BlockLanguage } from './course-titles.server'

/** Title of the item with this id. An item that is no longer there is called by its id. */
export function itemTitle(id: string, language: Language): { title: string; lang?: BlockLanguage['lang']; dir: BlockLanguage['dir'] } {
  const item = findItem(id)
  if (!item) return { title: id, dir: 'ltr' }
  const { text, language: shown } = getItemText(item, language)
  return { title: text.title, ...blockLanguage(shown) }
}
