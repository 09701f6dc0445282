import { hasRole, type Person } from '../accounts/policy'

/** May put files into the library, publish them and take them off the site. */
export function mayManageLibrary(person: Person): boolean {
  return hasRole(person, 'editor', 'administrator')
}

/** What may be on its way or wait to be looked at, at most: in number and in bytes, of one editor and of all together. */
export interface UploadBounds {
  own: { files: number; bytes: number }
  all: { files: number; bytes: number }
}

/** @param room so many bytes the installation has for what is on its way */
export function uploadBounds(room: number): UploadBounds {
  return { own: { files: 10, bytes: Math.floor(room / 3) }, all: { files: 60, bytes: room } }
}

/** What is on its way: whose it is, and how much it will be. */
export interface OnItsWay {
  owner: string
  bytes: number
}

/**
 * Whether one more may come.
 * @returns `uploadsOwnFull` when this editor has to finish or throw away something first, `uploadsAllFull` when nobody can send
 * anything for a while; null when it may
 */
export function uploadRefusal(
  more: OnItsWay,
  there: readonly OnItsWay[],
  { own, all }: UploadBounds,
): 'uploadsOwnFull' | 'uploadsAllFull' | null {
  const mine = there.filter(({ owner }) => owner === more.owner)
  if (isFull(mine, own)) return 'uploadsOwnFull'
  return isFull(there, all) ? 'uploadsAllFull' : null

  function isFull(these: readonly OnItsWay[], bounds: UploadBounds['own']): boolean {
    return these.length >= bounds.files || these.reduce((sum, { bytes }) => sum + bytes, more.bytes) > bounds.bytes
  }
}
