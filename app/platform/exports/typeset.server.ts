import { Typesetter, type Job } from './typesetter.server'

/** What a template can be given: anything that survives JSON. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue | undefined }

/** A document to typeset. */
export interface TypesetDocument {
  /** The template, in typst. Only ever our own text: what people typed goes into `inputs`. */
  source: string
  /** The template reads them with `#let data = json(bytes(sys.inputs.data))`; text in them is never markup. */
  inputs?: { readonly [key: string]: JsonValue | undefined }
  /** Pictures and other files the template asks for by name; it can read no others. */
  files?: Readonly<Record<string, string | Uint8Array>>
  /** The moment the document is of; it stands in the PDF's properties, in UTC. */
  created: Date
  /** What a PDF reader shows as the document's name and a screen reader says first. */
  title: string
  /** The language of the document, as a BCP 47 tag (`nl`, `fa`, `fa-AF`). */
  language: string
  /** Makes a warning, or a character that none of the fonts has, an Error. For tests; readers get a box for it. */
  strict?: boolean
}

/** The script of the language comes first, so that spaces and joiners between its letters do not split its words. */
const families: Record<string, string[]> = {
  ar: ['KringArab', 'KringLatn', 'KringEthi'],
  fa: ['KringArab', 'KringLatn', 'KringEthi'],
  ti: ['KringEthi', 'KringLatn', 'KringArab'],
}
const latinFirst = ['KringLatn', 'KringArab', 'KringEthi']

/** Sets what every document needs, then reads the template. A name cannot break out: all of it comes in as JSON. */
const frame = `
#let meta = json(bytes(sys.inputs.meta))
#set document(title: meta.title, date: datetime(..meta.created))
#set text(lang: meta.language, region: meta.region, font: meta.fonts, fallback: false)
#include "document.typ"
`

let typesetter: Typesetter | undefined

/**
 * Typesets a tagged, accessible PDF (PDF/UA-1) with the project's own fonts. The same document gives the same bytes
 * on every machine. The compiler starts with the first document and goes away again after a minute without work.
 *
 * A text with characters outside the fonts (Latin, Greek, Cyrillic, Arabic, Ethiopic) shows boxes for them, and the
 * PDF then does not claim PDF/UA-1. Throws an Error when the template is wrong or takes longer than 20 seconds.
 */
export function typesetPdf(document: TypesetDocument): Promise<Uint8Array> {
  typesetter ??= new Typesetter()
  return typesetPdfWith(typesetter, document)
}

/** `typesetPdf` with a typesetter of the caller's: another time limit, other surroundings. */
export async function typesetPdfWith(typesetter: Typesetter, document: TypesetDocument): Promise<Uint8Array> {
  return typesetter.typeset(jobOf(document))
}

/**
 * The first page of a document as SVG, its letters drawn as shapes: it looks the same everywhere, and says nothing to
 * who cannot see it, so its words have to stand beside it. Throws as `typesetPdf` does.
 */
export async function typesetSvg(document: TypesetDocument): Promise<string> {
  typesetter ??= new Typesetter()
  return plainSvg(new TextDecoder().decode(await typesetter.typeset({ ...jobOf(document), format: 'svg' })))
}

/**
 * The drawing alone. The compiler makes SVG for its own viewer, with styles, scripts and text to select in HTML: our pages
 * forbid the first two, other programs do not know the third, and letters lose their colour where the styles are not known.
 */
function plainSvg(svg: string): string {
  return svg
    .replace(/<(style|script|foreignObject)\b[^>]*>.*?<\/\1>/gs, '')
    .replace(/<g [^>]*class="typst-content-hint"[^>]*><\/g>/g, '')
    .replace(/ (?:class|style|data-tid|data-hint|data-width|data-height)="[^"]*"/g, '')
    .replace(/ xmlns:h5="[^"]*"/, '')
}

function jobOf(document: TypesetDocument): Job {
  const { source, inputs = {}, files = {}, created, title, language, strict = false } = document
  const { language: code, region = null } = new Intl.Locale(language)
  const meta = { title, created: calendar(created), language: code, region, fonts: families[code] ?? latinFirst }
  return {
    source: frame,
    inputs: { meta: JSON.stringify(meta, wellFormed), data: JSON.stringify(inputs, wellFormed) },
    files: { ...checked(files), 'document.typ': source },
    timestamp: Math.floor(created.getTime() / 1000),
    strict,
  }
}

/** Half of a surrogate pair is valid in a JavaScript string, and in nothing that typst reads. */
function wellFormed(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? value.replace(/\p{Cs}/gu, '\ufffd') : value
}

function calendar(date: Date) {
  if (Number.isNaN(date.getTime())) throw new RangeError('A document needs a valid date')
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
  }
}

/** Plain names only: a name with a slash or dots could mean a place outside the document's own files. */
function checked(files: Readonly<Record<string, string | Uint8Array>>) {
  for (const name of Object.keys(files)) {
    if (!/^[a-z0-9][a-z0-9-]*\.[a-z0-9]+$/i.test(name) || name === 'document.typ') {
      throw new Error(`A document cannot have a file named ${JSON.stringify(name)}`)
    }
  }
  return files
}
