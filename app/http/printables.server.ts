import type { PrintablesData } from '~/components/patterns/Printables'
import type { FileRole, Item } from '~/content/library/types'
import { formatBytes } from '~/i18n/formats'
import type { Language } from '~/i18n/languages'

/**
 * What of an item can be looked at, printed and passed on. Null where there is nothing.
 * @param shown the language that the item's text is shown in
 * @param language the page's, for the sizes
 */
export function printablesOf(item: Item, shown: Language, language: Language): PrintablesData | null {
  const find = (role: FileRole) => {
    const file = item.files.find((each) => each.role === role && each.language === shown)
    // The number stands before its unit, also among words that run from right to left.
    return file && { href: `/media/${item.id}/${file.name}`, size: `\u2066${formatBytes(language, file.bytes)}\u2069` }
  }
  const files = (['sheet', 'poster', 'picture'] as const).flatMap((kind) => {
    const file = find(kind)
    return file ? [{ kind, href: `${file.href}?download`, size: file.size }] : []
  })
  const drawing = find('drawing') ?? null
  return drawing || files.length > 0 ? { drawing, files } : null
}
