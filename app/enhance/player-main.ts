// The script of pages with a recording, beside the one of the site. The page works without it; nothing is kept in the browser.
import { PlayerElement } from './player'

customElements.define('lk-player', PlayerElement)
