import { findItem } from '~/content/read'
import type { Item } from '~/content/library/types'
import { isLanguage, type Language } from '~/i18n/languages'
import { env } from '~/platform/env/env.server'
import { rolesOf, wantedIn, type UploadRole } from './slots'

/** A place for a file: an item, a language, and what the file is for. */
export interface Slot {
  item: Item
  language: Language
  role: UploadRole
}

/** The place that three words name; null when one of them is not right, or this kind of item has no such file. */
export function findSlot(item: string | undefined, language: string | undefined, role: string | undefined): Slot | null {
  const found = findItem(item ?? '')
  const known = found && rolesOf(found.kind).find((each) => each === role)
  return known && isLanguage(language) ? { item: found, language, role: known } : null
}

/** How large a file in a role may be, in bytes. */
export function limitOf(role: UploadRole): number {
  const wanted = wantedIn[role]
  return env().uploadLimits[wanted === 'picture' ? 'document' : wanted]
}

/** The largest file that any role takes, in bytes. */
export function largestLimit(): number {
  return Math.max(...Object.values(env().uploadLimits))
}

const megabyte = 1024 * 1024

/** For the words to who sent a file that is too large: `mediaTooLarge:60`, in megabytes. */
export function tooLarge(role: UploadRole): string {
  return `mediaTooLarge:${Math.round((limitOf(role) / megabyte) * 10) / 10}`
}
