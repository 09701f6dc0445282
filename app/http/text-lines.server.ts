import type { Text } from '~/content/types'
import type { Language } from '~/i18n/languages'

/** Which modest lines a text needs: that it is shown in Dutch, or that its translation is a draft or out of date. */
export function textLines(
  texts: Partial<Record<Language, Pick<Text, 'state' | 'stale'>>>,
  language: Language,
): { fallback: boolean; state: 'draft' | 'stale' | null } {
  const text = texts[language]
  if (!text) return { fallback: true, state: null }
  if (text.state === 'source') return { fallback: false, state: null }
  if (text.stale) return { fallback: false, state: 'stale' }
  return { fallback: false, state: text.state === 'draft' ? 'draft' : null }
}
