import { useLocation } from '@remix-run/react'

/** Whether the page was reached by a redirect after something was done (`?saved`, or another word). */
export function useSaved(word = 'saved'): boolean {
  return new URLSearchParams(useLocation().search).has(word)
}
