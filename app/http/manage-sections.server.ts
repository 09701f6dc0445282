import { mayAdminister, mayOversee, maySeeContentState, type Person } from '~/domain/accounts/policy'
import { maySeeReach } from '~/domain/library/reach/policy'
import { mayManageLibrary } from '~/domain/library/policy'
import { writesMailToFolder } from './written-mail.server'

/** The pages of …/manage that have an entry in its navigation. */
export type ManageSection = 'people' | 'organisations' | 'targets' | 'exports' | 'content' | 'library' | 'reach' | 'audit' | 'mail'

/** The sections a person may open, in their order. */
export function manageSections(person: Person): ManageSection[] {
  return [
    ...(mayOversee(person) ? (['people', 'organisations', 'targets', 'exports'] as const) : []),
    ...(maySeeContentState(person) ? (['content'] as const) : []),
    ...(maySeeReach(person) ? (['reach'] as const) : []),
    ...(mayManageLibrary(person) ? (['library'] as const) : []),
    ...(mayAdminister(person) ? (['audit'] as const) : []),
    ...(mayAdminister(person) && writesMailToFolder() ? (['mail'] as const) : []),
  ]
}
