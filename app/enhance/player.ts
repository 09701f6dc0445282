import { tellPlayed } from './played'

interface Turn {
  element: HTMLElement
  start: number
  end: number
}

/** Number in a `data-` attribute. */
const numberIn = (value: string | undefined) => Number(value ?? NaN)

/**
 * `<lk-player>` around a recording and what is said in it: speed, playing from a chapter or a turn, marking the turn that is heard,
 * taking the small file instead, going on after a lost connection. Where she was stands in the address (`#t=125`) and nowhere else.
 */
export class PlayerElement extends HTMLElement {
  #media: HTMLMediaElement | null = null
  #turns: Turn[] = []
  #current: HTMLElement | null = null
  /** Where it was when the connection was lost. */
  #lost: number | null = null
  #listeners = new AbortController()

  connectedCallback(): void {
    const media = this.querySelector<HTMLMediaElement>('audio, video')
    if (!media) return
    this.#media = media
    this.#listeners = new AbortController()
    const { signal } = this.#listeners
    this.#turns = [...this.querySelectorAll<HTMLElement>('[data-start]')].map((element) => ({
      element,
      start: numberIn(element.dataset.start),
      end: numberIn(element.dataset.end),
    }))
    for (const element of this.querySelectorAll<HTMLElement>('[data-scripted]')) element.hidden = false
    this.addEventListener('click', this.#click, { signal })
    for (const event of ['timeupdate', 'seeking']) media.addEventListener(event, this.#mark, { signal })
    media.addEventListener('pause', this.#keepPlace, { signal })
    media.addEventListener('ended', this.#forgetPlace, { signal })
    media.addEventListener('ended', () => tellPlayed(media), { signal })
    media.addEventListener('error', this.#lose, { signal })
    media.addEventListener('playing', this.#found, { signal })
    addEventListener('online', this.#resume, { signal })
    addEventListener('hashchange', this.#goToAddress, { signal })
    this.#goToAddress()
  }

  disconnectedCallback(): void {
    this.#listeners.abort()
  }

  #click = (event: MouseEvent): void => {
    // With another key a link opens elsewhere, as links do.
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    const target = event.target as Element
    const at = target.closest<HTMLElement>('[data-at]')
    const speed = target.closest<HTMLElement>('[data-speed]')
    const small = target.closest('[data-small] a')
    if (at) {
      event.preventDefault()
      this.#playFrom(numberIn(at.dataset.at))
    } else if (speed) this.#setSpeed(speed)
    else if (small) {
      event.preventDefault()
      this.#takeSmall(small as HTMLAnchorElement)
    } else if (target.closest('[data-lost] button')) this.#resume()
  }

  /** Also before anything is loaded: the browser then begins there. */
  #playFrom(time: number): void {
    const media = this.#media!
    media.currentTime = time
    this.#markAt(time)
    // Refused or broken off: then the controls show that it does not play.
    media.play().catch(() => {})
  }

  #setSpeed(button: HTMLElement): void {
    const media = this.#media!
    // The default too: a file that is loaded anew begins with it.
    media.defaultPlaybackRate = media.playbackRate = numberIn(button.dataset.speed)
    for (const each of this.querySelectorAll('[data-speed]')) each.setAttribute('aria-pressed', String(each === button))
  }

  #takeSmall(link: HTMLAnchorElement): void {
    const media = this.#media!
    const time = this.#lost ?? media.currentTime
    media.src = link.href
    for (const chapter of this.querySelectorAll<HTMLAnchorElement>('a[data-at]')) chapter.href = `${link.href}#t=${chapter.dataset.at}`
    this.querySelector<HTMLElement>('[data-small]')!.hidden = true
    const saying = this.querySelector<HTMLElement>('[data-saying]')
    if (saying) saying.textContent = saying.dataset.saying ?? ''
    // The link that had the focus is gone.
    media.focus()
    this.#playFrom(time)
  }

  #mark = (): void => this.#markAt(this.#media!.currentTime)

  #markAt(time: number): void {
    const { element = null } = this.#turns.find(({ start, end }) => time >= start && time < end) ?? {}
    // In a pause between two turns the last one stays marked.
    if (!element || element === this.#current) return
    this.#current?.removeAttribute('aria-current')
    element.setAttribute('aria-current', 'true')
    this.#current = element
  }

  #goToAddress = (): void => {
    const time = Number(/^#t=(\d+(?:\.\d+)?)$/.exec(location.hash)?.[1] ?? NaN)
    if (Number.isNaN(time)) return
    this.#media!.currentTime = time
    this.#markAt(time)
  }

  #keepPlace = (): void => {
    const media = this.#media!
    if (!media.ended && media.currentTime > 0) this.#setAddress(`#t=${Math.floor(media.currentTime)}`)
  }

  #forgetPlace = (): void => {
    if (location.hash.startsWith('#t=')) this.#setAddress('')
  }

  // In place of the address: no more pages in the history than there were.
  #setAddress(hash: string): void {
    history.replaceState(history.state, '', location.pathname + location.search + hash)
  }

  #lose = (): void => {
    const media = this.#media!
    this.#lost ??= media.currentTime
    this.#showLost(true)
  }

  #found = (): void => {
    this.#lost = null
    this.#showLost(false)
  }

  #resume = (): void => {
    if (this.#lost === null) return
    this.#media!.load()
    this.#playFrom(this.#lost)
  }

  #showLost(lost: boolean): void {
    const box = this.querySelector<HTMLElement>('[data-lost]')
    if (box) box.hidden = !lost
  }
}
