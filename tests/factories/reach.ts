import type { ReachKind } from '~/domain/library/reach/schema'
import { addSums } from '~/domain/library/reach/repository.server'
import type { Language } from '~/i18n/languages'

interface GivenUses {
  day: string
  count: number
  itemId?: string
  kind?: ReachKind
  language?: Language
  municipality?: string
  profession?: string
}

/** Uses of the library, as if they had been counted on that day. */
export async function addUses(...all: GivenUses[]): Promise<void> {
  for (const given of all) {
    await addSums([{ itemId: 'the-ring', kind: 'view', language: 'nl', municipality: '', profession: '', ...given }])
  }
}
