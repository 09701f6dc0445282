import { useLocation } from '@remix-run/react'

/** Whether the page was reached by a redirect after something was done (`?saved`, or another word). */
export function useSaved(word = 'saved'): boolean {
  return new URLSearchParams(useLocation().search).has(word)
}

/** Which of these words, if any, a redirect brought along. */
export function useSavedAs<Word extends string>(words: readonly Word[]): Word | undefined {
  const search = new URLSearchParams(useLocation().search)
  return words.find((word) => search.has(word))
}
