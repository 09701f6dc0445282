import { useActionData, useLocation } from '@remix-run/react'
import { Notice } from '~/components/primitives/Notice'

/** Says what was just done, by the word that the redirect put into the address (`?saved`); nothing after a fault. */
export function Done({ words }: { words: Record<string, string> }) {
  const search = new URLSearchParams(useLocation().search)
  const failed = useActionData() !== undefined
  const said = Object.keys(words).find((word) => search.has(word))
  if (said === undefined || failed) return null
  return (
    <Notice kind="success" role="status">
      <p className="utrecht-paragraph">{words[said]}</p>
    </Notice>
  )
}
