import { announce } from './announce'

/** `<lk-copy data-text>` around a button that copies the text. Stays hidden where the browser does not allow it. */
export class CopyElement extends HTMLElement {
  connectedCallback(): void {
    this.hidden = !navigator.clipboard
    this.addEventListener('click', () => void this.#copy())
  }

  #copy = async (): Promise<void> => {
    const { text = '', done = '' } = this.dataset
    try {
      await navigator.clipboard.writeText(text)
    } catch {
      // Not allowed: the text stands beside the button and can be selected.
      return
    }
    const button = this.querySelector('button')
    if (button) button.textContent = done
    announce(done)
  }
}
