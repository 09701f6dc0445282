import { getCatalogue } from '~/content/read'
import type { Catalogue } from '~/content/catalogue'
import { fingerprintOf, listIndexed } from './entries'
import { findFingerprint, writeIndex, type Refreshed } from './search-repository.server'

let refreshed: { catalogue: Catalogue; done: Promise<Refreshed> } | null = null

/**
 * Makes the index for searching equal to what the site shows. Called when the site starts, and by each search: that costs nothing
 * unless the catalogue has become another one, by a new build or by translations that were laid over it. Only texts that changed are
 * taken anew. Nothing personal is in the index.
 * @returns what came in and went out the last time that there was something to do
 */
export function refreshSearch(): Promise<Refreshed> {
  const catalogue = getCatalogue()
  if (refreshed?.catalogue === catalogue) return refreshed.done
  const done = refresh(catalogue)
  const mine = { catalogue, done }
  refreshed = mine
  // After a fault the next search tries again.
  done.catch(() => {
    if (refreshed === mine) refreshed = null
  })
  return done
}

async function refresh(catalogue: Catalogue): Promise<Refreshed> {
  const indexed = listIndexed(catalogue)
  const fingerprint = fingerprintOf(indexed)
  if ((await findFingerprint()) === fingerprint) return { added: 0, removed: 0 }
  return writeIndex(fingerprint, indexed)
}
