/** What can be out of date: a text, what is said in an episode or film, and what was recorded of that (sound and captions). */
export type UnitKind = 'text' | 'script' | 'audio'

/** The shelf of what belongs to no course. */
export const libraryShelf = 'library'

/** The id of a text, script or recording, as `TextUnit.id` says; that of a recording is only for lists. */
export function unitId(kind: UnitKind, shelf: string, name: string): string {
  return `${shelf}/${name}${kind === 'text' ? '' : `.${kind}`}`
}
