import { announce } from './announce'

const presses = 3
const within = 5000

/**
 * `<lk-leave>` around the link that leads out: a click on it (or on another link out), or Shift pressed three times, blanks
 * the page at once and leaves without keeping the page in the history. The texts it says come from its `data-` attributes.
 */
export class LeaveElement extends HTMLElement {
  #count = 0
  #timer: ReturnType<typeof setTimeout> | undefined
  /** Shift is down, and no other key with it. */
  #alone = false
  #left = false
  #listeners = new AbortController()

  connectedCallback(): void {
    this.#listeners = new AbortController()
    const { signal } = this.#listeners
    addEventListener('click', this.#click, { signal })
    // In the first phase, so that no other script can keep a key from us.
    addEventListener('keydown', this.#keydown, { signal, capture: true })
    addEventListener('keyup', this.#keyup, { signal, capture: true })
    addEventListener('pageshow', this.#pageshow, { signal })
  }

  disconnectedCallback(): void {
    this.#listeners.abort()
    clearTimeout(this.#timer)
  }

  #click = (event: Event): void => {
    if (!(event.target as Element).closest('a[href="/exit"]')) return
    event.preventDefault()
    this.#leave()
  }

  // Only Shift by itself counts, and only when it is let go of: not the Shift of a capital or of Shift+Tab, and not that of
  // Alt+Shift or Ctrl+Shift, with which many readers change the language of their keyboard.
  #keydown = (event: KeyboardEvent): void => {
    const shift = event.key === 'Shift' && !event.altKey && !event.ctrlKey && !event.metaKey
    if (shift && event.repeat) return
    this.#alone = shift
    if (shift || this.#count === 0) return
    this.#reset()
    announce(this.dataset.expired)
  }

  #keyup = (event: KeyboardEvent): void => {
    if (event.key !== 'Shift' || !this.#alone || this.#left) return
    this.#alone = false
    this.#count += 1
    if (this.#count >= presses) {
      this.#leave()
      return
    }
    announce(this.#count === 1 ? this.dataset.twoMore : this.dataset.oneMore)
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      this.#reset()
      announce(this.dataset.expired)
    }, within)
  }

  // Somebody went back and the browser has kept the page as it was: it stays blank and leaves again.
  #pageshow = (event: PageTransitionEvent): void => {
    if (event.persisted && this.#left) this.#go()
  }

  #reset(): void {
    this.#count = 0
    clearTimeout(this.#timer)
  }

  #leave(): void {
    this.#reset()
    this.#left = true
    document.title = this.dataset.blank ?? '…'
    for (const child of document.body.children) (child as HTMLElement).hidden = true
    const blank = document.createElement('div')
    blank.className = 'lk-blank'
    document.body.append(blank)
    announce(this.dataset.leaving)
    this.#go()
  }

  #go(): void {
    location.replace(this.querySelector('a')?.href ?? '/exit')
  }
}
