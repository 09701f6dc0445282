/**
 * `<lk-listen data-lang data-stop data-no-voice>` with a line and a button in it: reads the article around it aloud with a
 * voice of the device. Only with a voice for the text's own language, and only with one that is on the device: a voice on
 * the internet would be told what somebody reads. Without such a voice the line says so.
 */
export class ListenElement extends HTMLElement {
  #voice: SpeechSynthesisVoice | null = null
  #pieces: HTMLElement[] = []
  /** The piece that is read now, or that reading goes on with. */
  #at = 0
  #reading = false
  #startWords = ''
  /** What is said now. Held on to, since a browser may forget an utterance that nobody holds before it has ended. */
  #words: SpeechSynthesisUtterance | null = null

  connectedCallback(): void {
    if (!('speechSynthesis' in window)) return this.#sayNoVoice()
    this.#startWords = this.#button?.textContent ?? ''
    this.#button?.addEventListener('click', () => (this.#reading ? this.#stop() : this.#start()))
    // Some browsers know their voices at once, others a little later.
    speechSynthesis.addEventListener('voiceschanged', this.#look)
    addEventListener('pagehide', this.#leave)
    this.#look()
  }

  disconnectedCallback(): void {
    speechSynthesis.removeEventListener('voiceschanged', this.#look)
    removeEventListener('pagehide', this.#leave)
    this.#leave()
  }

  get #button(): HTMLButtonElement | null {
    return this.querySelector('button')
  }

  #look = (): void => {
    const wanted = this.dataset.lang ?? ''
    const fits = ({ lang, localService }: SpeechSynthesisVoice) => localService && lang.toLowerCase().split(/[-_]/)[0] === wanted
    this.#voice = speechSynthesis.getVoices().find(fits) ?? null
    const line = this.querySelector('p')
    if (this.#button) this.#button.hidden = !this.#voice
    if (this.#voice) line?.setAttribute('hidden', '')
    else this.#sayNoVoice()
  }

  #sayNoVoice(): void {
    const line = this.querySelector('p')
    if (!line) return
    line.hidden = false
    line.textContent = this.dataset.noVoice ?? line.textContent
  }

  #start(): void {
    this.#pieces = piecesOf(this.closest('article') ?? document.body, this.dataset.lang ?? '')
    if (this.#at >= this.#pieces.length) this.#at = 0
    this.#reading = true
    if (this.#button) this.#button.textContent = this.dataset.stop ?? ''
    // Whatever another page left behind.
    speechSynthesis.cancel()
    this.#next()
  }

  // Piece by piece: a long text in one go is cut off by some browsers, and cannot be gone on with.
  #next = (): void => {
    const piece = this.#pieces[this.#at]
    if (!this.#reading || !piece || !this.#voice) return this.#end()
    const words = Object.assign(new SpeechSynthesisUtterance(wordsOf(piece)), { voice: this.#voice, lang: this.#voice.lang, rate: 0.95 })
    this.#words = words
    piece.classList.add('lk-read')
    words.onend = () => {
      piece.classList.remove('lk-read')
      // What was stopped says so late, when another one may be on its way.
      if (this.#words !== words || !this.#reading) return
      this.#at += 1
      this.#next()
    }
    words.onerror = () => {
      piece.classList.remove('lk-read')
      if (this.#words === words && this.#reading) this.#end()
    }
    speechSynthesis.speak(words)
  }

  #stop(): void {
    this.#end()
    speechSynthesis.cancel()
  }

  #end(): void {
    this.#reading = false
    if (this.#at >= this.#pieces.length) this.#at = 0
    if (this.#button) this.#button.textContent = this.#startWords
  }

  #leave = (): void => {
    if (this.#reading) this.#stop()
  }
}

const blocks = 'h1, h2, h3, h4, p, li, legend, label, summary, td, th'

/** What is read: headings, paragraphs, items of lists, of which the language is the wanted one and that can be seen. */
function piecesOf(article: HTMLElement, language: string): HTMLElement[] {
  return [...article.querySelectorAll<HTMLElement>(blocks)].filter((element) => {
    if (element.closest('lk-listen, nav, .lk-eyebrow')) return false
    // What is folded away is not read: a choice that nobody has made, for one.
    const seen = 'checkVisibility' in element ? element.checkVisibility() : (element as HTMLElement).offsetParent !== null
    if (!seen || !wordsOf(element).trim()) return false
    return element.closest<HTMLElement>('[lang]')?.lang === language
  })
}

/** The words of a piece, without those of pieces in it: an item of a list may hold a list. */
function wordsOf(element: HTMLElement): string {
  if (!element.querySelector(blocks)) return element.innerText
  const isPiece = (node: Node) => node instanceof HTMLElement && (node.matches(blocks) || node.querySelector(blocks) !== null)
  return [...element.childNodes]
    .filter((node) => !isPiece(node))
    .map((node) => node.textContent ?? '')
    .join('')
}
