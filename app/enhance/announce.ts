let region: HTMLElement | undefined

/** Lets a screen reader say something, when it is done with what it is saying. */
export function announce(words: string | undefined): void {
  if (!words) return
  if (!region?.isConnected) {
    region = document.createElement('div')
    region.className = 'lk-hidden'
    region.setAttribute('role', 'status')
    document.body.append(region)
  }
  // The page around it may just have been hidden.
  region.hidden = false
  region.textContent = ''
  // A region that has just been added, or that says the same again, is only read when the text comes a little later.
  setTimeout(() => {
    if (region) region.textContent = words
  }, 50)
}
