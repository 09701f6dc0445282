/** `<lk-print>` around a button that prints the page. Hidden in the HTML, since without scripting it does nothing. */
export class PrintElement extends HTMLElement {
  connectedCallback(): void {
    this.hidden = false
    this.addEventListener('click', this.#print)
  }

  #print = (): void => print()
}
