/** `<lk-stepper data-less data-more>` around a number field: a button on each side of it, large enough for a thumb. */
export class StepperElement extends HTMLElement {
  connectedCallback(): void {
    const input = this.querySelector('input')
    if (!input || this.querySelector('button')) return
    const row = document.createElement('div')
    row.className = 'lk-stepper'
    input.replaceWith(row)
    row.append(this.#button('−', this.dataset.less, input, -1), input, this.#button('+', this.dataset.more, input, 1))
  }

  #button(sign: string, label: string | undefined, input: HTMLInputElement, step: number): HTMLButtonElement {
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'lk-stepper__button'
    button.textContent = sign
    if (label) button.setAttribute('aria-label', label)
    button.addEventListener('click', () => {
      const [least, most] = [Number(input.min || 0), Number(input.max || Infinity)]
      input.value = String(Math.min(most, Math.max(least, (Number(input.value) || 0) + step)))
      input.dispatchEvent(new Event('input', { bubbles: true }))
    })
    return button
  }
}
