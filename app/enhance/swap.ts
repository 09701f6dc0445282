import { announce } from './announce'

/**
 * `<lk-swap id>` around a form: sends the form in the background and takes the element with its own id out of the
 * reply, so that the reader stays where she is. Whatever goes wrong, the form is sent the ordinary way.
 */
export class SwapElement extends HTMLElement {
  #busy = false

  connectedCallback(): void {
    this.addEventListener('submit', this.#submit)
  }

  #submit = (event: SubmitEvent): void => {
    const form = event.target as HTMLFormElement
    if (form.method !== 'post' || event.defaultPrevented) return
    event.preventDefault()
    if (this.#busy) return
    this.#busy = true
    this.setAttribute('aria-busy', 'true')
    this.#send(form, event.submitter).catch(() => {
      this.#busy = false
      // `submit()` asks no `submit` event, so this does not come back here; it does not know which button was used.
      const { name, value } = (event.submitter ?? {}) as HTMLButtonElement
      if (name) form.append(Object.assign(document.createElement('input'), { type: 'hidden', name, value }))
      HTMLFormElement.prototype.submit.call(form)
    })
  }

  async #send(form: HTMLFormElement, submitter: HTMLElement | null): Promise<void> {
    const data = new FormData(form, submitter)
    const reply = await fetch(form.getAttribute('action') || location.href, {
      method: 'POST',
      // Like an ordinary form; a file needs the other way of sending.
      body: form.enctype === 'multipart/form-data' ? data : new URLSearchParams(data as unknown as Record<string, string>),
      headers: { Accept: 'text/html' },
    })
    if (!reply.headers.get('Content-Type')?.startsWith('text/html')) throw new TypeError('no page')
    const page = new DOMParser().parseFromString(await reply.text(), 'text/html')
    const fresh = page.getElementById(this.id)
    if (!fresh) {
      // The reply is another page, such as the one to sign in: go there.
      if (reply.redirected) return location.assign(reply.url)
      throw new TypeError('not on the page')
    }
    this.replaceWith(document.adoptNode(fresh))
    fresh.querySelector<HTMLElement>('[data-focus]')?.focus()
    announce(fresh.dataset.announce)
  }
}
