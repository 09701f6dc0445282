// Only lessons without a recording load this.
import { ListenElement } from './listen'

customElements.define('lk-listen', ListenElement)
