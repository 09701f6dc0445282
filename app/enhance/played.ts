/**
 * Tells the site that a recording was heard to its end: the address of the file, and nothing else. The site counts it; an answer is
 * not waited for, so it gets through when the page is closed at once too.
 */
export function tellPlayed({ currentSrc }: HTMLMediaElement): void {
  const { origin, pathname } = new URL(currentSrc, location.href)
  if (origin === location.origin) navigator.sendBeacon('/reach', new URLSearchParams({ file: pathname }))
}
