import { announce } from './announce'

const presses = 3
const within = 5000

/**
 * `<lk-leave>` around the link that leads out: a click on it, or Shift pressed three times, blanks the page at once
 * and leaves without keeping the page in the history. The texts it says come from its `data-` attributes.
 */
export class LeaveElement extends HTMLElement {
  #count = 0
  #timer: ReturnType<typeof setTimeout> | undefined
  #left = false
  #listeners = new AbortController()

  connectedCallback(): void {
    this.#listeners = new AbortController()
    const { signal } = this.#listeners
    this.addEventListener('click', this.#click, { signal })
    // In the first phase, so that no other script can keep a key from us.
    addEventListener('keydown', this.#keydown, { signal, capture: true })
    addEventListener('pageshow', this.#pageshow, { signal })
  }

  disconnectedCallback(): void {
    this.#listeners.abort()
    clearTimeout(this.#timer)
  }

  #click = (event: Event): void => {
    if (!(event.target as Element).closest('a')) return
    event.preventDefault()
    this.#leave()
  }

  #keydown = (event: KeyboardEvent): void => {
    if (event.key !== 'Shift') {
      this.#reset()
      return
    }
    // A key that is held down repeats itself; that is no second press.
    if (event.repeat || this.#left) return
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
