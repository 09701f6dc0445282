const parts = ['women', 'men', 'unknown']

/**
 * `<lk-head-count data-right data-less data-more data-first>` around the fields of a head count: says while somebody types
 * whether the numbers add up. The server checks all of it again.
 */
export class HeadCountElement extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('input', this.#check)
    this.querySelector('[data-sum]')?.setAttribute('role', 'status')
    this.#check()
  }

  #check = (): void => {
    const line = this.querySelector('[data-sum]')
    const numberIn = (name: string) => Number(this.querySelector<HTMLInputElement>(`[name="${name}"]`)?.value) || 0
    const present = numberIn('present')
    const difference = parts.reduce((sum, name) => sum + numberIn(name), 0) - present
    const { right = '', less = '', more = '', first = '' } = this.dataset
    const words =
      difference !== 0
        ? (difference < 0 ? less : more).replace('{n}', String(Math.abs(difference)))
        : numberIn('firstTime') > present
          ? first
          : present > 0
            ? right
            : ''
    if (!line || line.textContent === words) return
    line.textContent = words
    line.classList.toggle('lk-sum--right', words !== '' && words === right)
  }
}
