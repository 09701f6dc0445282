/**
 * A name without capitals, accents and marks: both databases search and sort it alike.
 * @returns "sudwest fryslan" for "Súdwest-Fryslân"; letters of other scripts stay
 */
export function searchNameOf(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
}
