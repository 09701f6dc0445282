import { announce } from './announce'

/**
 * `<lk-save data-text>` around links to files that are made when they are asked for: says that one is on its way, since the
 * page itself stays as it is. How far it is, the browser shows.
 */
export class SaveElement extends HTMLElement {
  #line = Object.assign(document.createElement('p'), { className: 'utrecht-paragraph' })

  connectedCallback(): void {
    this.addEventListener('click', this.#say)
  }

  #say = (event: MouseEvent): void => {
    const list = (event.target as Element).closest('a') && (event.target as Element).closest('ul')
    if (!list) return
    this.#line.textContent = this.dataset.text ?? ''
    list.after(this.#line)
    announce(this.dataset.text)
  }
}
