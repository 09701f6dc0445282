// The script of the page to upload a file, beside the one of the site. The page works without it.
import { UploadElement } from './upload'

customElements.define('lk-upload', UploadElement)
