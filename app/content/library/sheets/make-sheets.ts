import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { Resvg } from '@resvg/resvg-js'
import { directionOf, languages, type Language } from '~/i18n/languages'
import { textBeside } from '~/platform/exports/beside.server'
import { typesetPdf, typesetSvg, type TypesetDocument } from '~/platform/exports/typeset.server'
import { hashBytes } from '../../hash'
import { libraryFolder } from '../compile-library'
import { coverDocument, coverWidth, drawPng } from '../pictures/picture'
import type { FileRole, Item, ItemFile } from '../types'
import { asJson, infographicOf, sheetBlocks, type SheetBlock } from './sheet-text'

/** The sheets of one text: made now, or `content` null where they were made before from the very same. */
export interface MadeSheets {
  item: string
  /** Hash of all that they were made from. */
  key: string
  files: { file: ItemFile; content: Uint8Array | null }[]
}

/** Width of a picture of the infographic, in pixels: sharp on a screen, and small enough to send. */
const pictureWidth = 1240

/**
 * Makes what can be printed of each item in each language that it has: articles, pages and cards as PDF, the infographic as
 * drawing, picture, sheet (A4) and poster (A3); and the cover of a podcast. The same texts give the same bytes. Throws if a sheet cannot be made.
 * @param known gives the files that were made under a key before, if they are all still there
 */
export async function makeSheets(
  root: string,
  library: readonly Item[],
  known: (item: string, key: string) => ItemFile[] | null,
): Promise<MadeSheets[]> {
  const made: MadeSheets[] = []
  for (const item of library) {
    for (const language of languages) {
      const plan = await planOf(root, item, language)
      if (!plan) continue
      const key = createHash('sha256').update(JSON.stringify(plan.documents)).digest('hex')
      const before = known(item.id, key)
      const files = before
        ? before.map((file) => ({ file, content: null }))
        : (await plan.make()).map(([role, content]) => ({ file: fileOf(role, language, content), content }))
      made.push({ item: item.id, key, files })
    }
  }
  return made
}

type Sheet = [FileRole, Uint8Array]

interface Plan {
  documents: TypesetDocument[]
  make: () => Promise<Sheet[]>
}

/** What is to be made of a text; null of kinds that have nothing to print, and where there is no text. */
async function planOf(root: string, item: Item, language: Language): Promise<Plan | null> {
  const text = item.texts[language]
  if (text && item.kind === 'podcast') return coverPlan(await coverDocument({ language, title: text.title, published: item.published }))
  if (!text || !['infographic', 'cards', 'article', 'page'].includes(item.kind)) return null
  const { title, summary } = text
  const source = readFileSync(path.join(libraryFolder(root), item.id, `${language}.md`), 'utf8')
  const blocks = sheetBlocks(source, language)
  const place = { direction: directionOf(language), script: new Intl.Locale(language).maximize().script ?? 'Latn', title, summary }
  const common = { language, title, created: new Date(`${item.published}T12:00:00Z`) }
  if (item.kind === 'infographic') {
    const content = infographicOf(blocks)
    if (!content) throw new Error(`content/library/${item.id}/${language}.md does not have the form of an infographic`)
    const files = drawings(root, item.id)
    const template = await textBeside(new URL('./infographic.typ', import.meta.url), () => import('./infographic.typ?raw'))
    const page = (scale: number): TypesetDocument => ({ ...common, source: template, files, inputs: { ...place, ...content, scale } })
    return infographicPlan(page(1), page(Math.SQRT2))
  }
  if (item.kind === 'cards') {
    const template = await textBeside(new URL('./cards.typ', import.meta.url), () => import('./cards.typ?raw'))
    return sheetPlan({ ...common, source: template, inputs: { ...place, ...cardsOf(blocks) } })
  }
  const template = await textBeside(new URL('./document.typ', import.meta.url), () => import('./document.typ?raw'))
  return sheetPlan({ ...common, source: template, inputs: { ...place, blocks: asJson(blocks) } })
}

function sheetPlan(document: TypesetDocument): Plan {
  return { documents: [document], make: async () => [['sheet', await typesetPdf(document)]] }
}

function coverPlan(document: TypesetDocument): Plan {
  return { documents: [document], make: async () => [['cover', await drawPng(document, coverWidth)]] }
}

function infographicPlan(page: TypesetDocument, poster: TypesetDocument): Plan {
  return {
    documents: [page, poster],
    make: async () => {
      const svg = await typesetSvg(page)
      // Two pages come out as one long drawing.
      if (!/viewBox="0 0 596(?:\.0+)? 842(?:\.0+)?"/.test(svg)) throw new Error(`${page.title}: the infographic does not fit its page`)
      return [
        ['drawing', new TextEncoder().encode(svg)],
        ['picture', new Resvg(svg, { fitTo: { mode: 'width', value: pictureWidth } }).render().asPng()],
        ['sheet', await typesetPdf(page)],
        ['poster', await typesetPdf(poster)],
      ]
    },
  }
}

/** Cards with the heading that they stand under; what stands around them is said on a page of its own. */
function cardsOf(blocks: readonly SheetBlock[]) {
  const cards: { group: string; text: string }[] = []
  let group = ''
  for (const block of blocks) {
    if (block.kind === 'heading') group = block.text
    if (block.kind === 'card') cards.push({ group, text: block.text })
  }
  return { cards, intro: asJson(blocks.filter(({ kind }) => kind === 'paragraph' || kind === 'list' || kind === 'note')) }
}

function drawings(root: string, item: string): Record<string, string> {
  const names = ['1', '2', '3', '4', '5', '6'].map((panel) => `${panel}.svg`)
  return Object.fromEntries(names.map((name) => [name, readFileSync(path.join(libraryFolder(root), item, 'scenes', name), 'utf8')]))
}

const kinds: Partial<Record<FileRole, { ending: string; contentType: string }>> = {
  drawing: { ending: 'svg', contentType: 'image/svg+xml' },
  picture: { ending: 'png', contentType: 'image/png' },
  sheet: { ending: 'a4.pdf', contentType: 'application/pdf' },
  poster: { ending: 'a3.pdf', contentType: 'application/pdf' },
  cover: { ending: 'cover.png', contentType: 'image/png' },
}

function fileOf(role: FileRole, language: Language, content: Uint8Array): ItemFile {
  const { ending, contentType } = kinds[role]!
  const name = `${language}.${ending.replace(/(?=[^.]+$)/, `${hashBytes(content)}.`)}`
  return { language, role, name, contentType, bytes: content.length }
}
