// By its own file: the one for Node, which a bundler might choose, cannot read a file of the browser.
import { Upload, type DetailedError } from 'tus-js-client/lib.esm/browser/index.js'
import { announce } from './announce'

const seconds = 1000
/** After each, it tries again; the count begins anew as soon as something gets through. Together some twenty minutes. */
const delays = [0, 1, 2, 3, 5, 10, 20, ...Array<number>(40).fill(30)].map((wait) => wait * seconds)

/** What the page says of an answer that no waiting changes (see uploads.server.ts). */
const refusals = new Map([
  [429, 'uploadsOwnFull'],
  [507, 'uploadsAllFull'],
])

const statusOf = (error: Error | DetailedError) => ('originalResponse' in error && error.originalResponse?.getStatus()) || 0

/**
 * `<lk-upload>` around a form with a file: sends the file in pieces, shows how far it is, and goes on where it was when the
 * line comes back. Then it sends the form, which names what was sent. Nothing is kept in the browser: which uploads
 * are open, the page says.
 */
export class UploadElement extends HTMLElement {
  #busy = false

  connectedCallback(): void {
    this.addEventListener('submit', this.#submit)
  }

  #submit = (event: SubmitEvent): void => {
    const form = event.target as HTMLFormElement
    const input = form.querySelector<HTMLInputElement>('input[type=file]')
    const file = input?.files?.[0]
    // Without a file, or with an empty one, the page says what is wrong.
    if (!input || !file?.size || event.defaultPrevented) return
    event.preventDefault()
    if (this.#busy) return
    if (file.size > Number(this.dataset.limit)) return this.#finish(form, input, 'tooLarge')
    // What is missing the page says, before a large file is on its way.
    const isMissing = [...form.querySelectorAll<HTMLInputElement>('input:required:invalid')].some((field) => field !== input)
    if (isMissing) return this.#finish(form, input, '')
    this.#busy = true
    this.setAttribute('aria-busy', 'true')
    this.#send(form, input, file)
  }

  #send(form: HTMLFormElement, input: HTMLInputElement, file: File): void {
    const { address = '', item = '', language = '', role = '', token = '' } = this.dataset
    const mark = `${file.size}-${file.lastModified}`
    const before = this.dataset.unfinished?.split('\n').find((line) => line.startsWith(`${mark} `))
    const upload = new Upload(file, {
      endpoint: address,
      uploadUrl: before?.slice(mark.length + 1) ?? null,
      chunkSize: 8 * 1024 * 1024,
      retryDelays: delays,
      metadata: { item, language, role, mark },
      headers: token ? { 'X-Form-Token': token } : {},
      storeFingerprintForResuming: false,
      removeFingerprintOnSuccess: false,
      onProgress: (sent, total) => this.#show(sent / total),
      onShouldRetry: (error) => {
        const status = statusOf(error)
        const again = !refusals.has(status) && (status < 400 || status >= 500 || status === 409 || status === 423)
        if (again) this.#say(this.dataset.lost)
        return again
      },
      onError: (error) => this.#finish(form, input, refusals.get(statusOf(error)) ?? 'refused'),
      onSuccess: () => {
        this.#say(this.dataset.checking)
        this.#finish(form, input, upload.url?.split('/').pop() ?? 'refused')
      },
    })
    // Who is told that the line is gone need not wait until a piece fails: that takes minutes where nothing answers.
    addEventListener('offline', () => {
      void upload.abort()
      this.#say(this.dataset.lost)
    })
    addEventListener('online', () => upload.start())
    upload.start()
  }

  /** Sends the form without the file: the server has it. */
  #finish(form: HTMLFormElement, input: HTMLInputElement, upload: string): void {
    input.disabled = true
    form.append(Object.assign(document.createElement('input'), { type: 'hidden', name: 'upload', value: upload }))
    form.enctype = 'application/x-www-form-urlencoded'
    HTMLFormElement.prototype.submit.call(form)
  }

  #show(share: number): void {
    const box = this.querySelector<HTMLElement>('[data-progress]')
    const bar = box?.querySelector('progress')
    if (!box || !bar) return
    box.hidden = false
    bar.value = share
    const percent = String(Math.floor(share * 100))
    this.#line((this.dataset.sending ?? '').replace('{percent}', percent))
  }

  #line(text: string): void {
    const line = this.querySelector('[data-progress] p')
    if (line) line.textContent = text
  }

  #said = ''

  /** Shows a sentence; a screen reader hears it once. */
  #say(text = ''): void {
    const box = this.querySelector<HTMLElement>('[data-progress]')
    if (box) box.hidden = false
    this.#line(text)
    if (text !== this.#said) announce(text)
    this.#said = text
  }
}
