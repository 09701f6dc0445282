import { Resvg } from '@resvg/resvg-js'
import { directionOf, type Language } from '~/i18n/languages'
import { textBeside } from '~/platform/exports/beside.server'
import { typesetSvg, type TypesetDocument } from '~/platform/exports/typeset.server'

/** Programs for podcasts take covers from 1400 to 3000 pixels. */
export const coverWidth = 1400

/** The mark of the site, as public/icon.svg draws it but without its ground. */
const mark = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="4 4 56 56"><g fill="none" stroke="#0d4a46" stroke-width="3.5" stroke-linecap="round"><circle cx="32" cy="32" r="12"/>${[0, 60, 120, 180, 240, 300].map((angle) => `<path d="M25.5 8.5c4-1.6 9-1.6 13 0" transform="rotate(${angle} 32 32)"/>`).join('')}</g><circle cx="32" cy="32" r="5" fill="#d9783f"/></svg>`

/** The square cover of a podcast: the mark and its title. */
export function coverDocument({ language, title, published }: { language: Language; title: string; published: string }) {
  return pictureDocument(language, { form: 'cover', words: title, created: new Date(`${published}T12:00:00Z`) })
}

/** The picture of a link: the mark and neutral words. What it leads to is nobody's business but the receiver's. */
export function shareDocument(language: Language, words: string): Promise<TypesetDocument> {
  return pictureDocument(language, { form: 'share', words, created: new Date('2026-11-22T12:00:00Z') })
}

async function pictureDocument(
  language: Language,
  { form, words, created }: { form: 'cover' | 'share'; words: string; created: Date },
): Promise<TypesetDocument> {
  const source = await textBeside(new URL('./picture.typ', import.meta.url), () => import('./picture.typ?raw'))
  return { source, files: { 'mark.svg': mark }, inputs: { form, words, direction: directionOf(language) }, created, title: words, language }
}

/** Draws the page of a document as PNG. @param width in pixels */
export async function drawPng(document: TypesetDocument, width: number): Promise<Uint8Array> {
  return new Resvg(await typesetSvg(document), { fitTo: { mode: 'width', value: width } }).render().asPng()
}
