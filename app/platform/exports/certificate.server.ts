import { textBeside } from './beside.server'
import { qrSvg } from './qr.server'
import { typesetPdf, type TypesetDocument } from './typeset.server'

/** What stands on a certificate; every string comes in the certificate's language. */
export interface CertificateSheet {
  language: string
  direction: 'ltr' | 'rtl'
  /** The word for it: "Certificaat". */
  title: string
  /** Leads up to the name: "Hiermee verklaart Movisie dat". */
  intro: string
  name: string
  /** Goes on after the name: "heeft de opleiding afgerond". */
  body: string
  courseTitle: string
  /** Facts below: cohort, hours, date. Three or six look best. */
  details: { label: string; value: string }[]
  /** Above the address: "Controleer dit certificaat". */
  verifyText: string
  verifyUrl: string
  code: string
  issuer: string
  issuedAt: Date
}

/** Longer than any name or course we know of, and still readable where it is set smallest. */
const longest = 240

/** Typesets a certificate as a PDF of one A4 page on its side, drawn from right to left where the language is. */
export async function renderCertificatePdf(certificate: CertificateSheet): Promise<Uint8Array> {
  return typesetPdf(await certificateDocument(certificate))
}

/** The document behind `renderCertificatePdf`, for tests that typeset it under other conditions. */
export async function certificateDocument(certificate: CertificateSheet): Promise<TypesetDocument> {
  const { language, direction, code, verifyUrl, verifyText } = certificate
  const source = await textBeside(new URL('./certificate.typ', import.meta.url), () => import('./certificate.typ?raw'))
  return {
    source,
    language,
    // The name stays out: a reader's tab or list of recent files may be seen by somebody else.
    title: `${legible(certificate.title)} ${legible(code)}`,
    created: certificate.issuedAt,
    files: { 'qr.svg': qrSvg(verifyUrl, { label: verifyText }) },
    inputs: {
      direction,
      script: new Intl.Locale(language).maximize().script,
      title: legible(certificate.title),
      intro: legible(certificate.intro),
      name: isolated(certificate.name),
      body: legible(certificate.body),
      courseTitle: isolated(certificate.courseTitle),
      details: certificate.details.map(({ label, value }) => ({ label: legible(label), value: isolated(value) })),
      verifyText: legible(verifyText),
      verifyUrl: webAddress(verifyUrl),
      // Short enough to type: a browser adds the rest.
      verifyAddress: legible(verifyUrl.replace(/^https?:\/\//i, '')),
      code: legible(code),
      issuer: isolated(certificate.issuer),
    },
  }
}

/** A link in a PDF may start programs or run scripts; ours leads to a page. */
function webAddress(address: string): string {
  const { protocol } = new URL(address)
  if (protocol !== 'https:' && protocol !== 'http:') throw new TypeError('A certificate is verified on a web page')
  return address
}

/**
 * Text as one line without tricks: no control characters, and none of the marks that show text in another order than
 * it is written (a name with U+202E could make a certificate read as somebody else's). A row of letters without a
 * space gets places where it may break, or it would run out of the page.
 */
function legible(text: string): string {
  const line = text
    .replace(/[\u202a-\u202e\ufff9-\ufffb]/g, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
  const letters = [...line]
  const short = letters.length > longest ? `${letters.slice(0, longest - 1).join('')}…` : line
  return short.replace(/[^\s/-]{30,}/gu, (row) => row.replace(/.{10}(?=.)/gu, '$&\u200b'))
}

/** A value of unknown direction: by its first letter, and without a say over the text around it (U+2068, U+2069). */
function isolated(text: string): string {
  return `\u2068${legible(text.replace(/[\u2066-\u2069]/g, ''))}\u2069`
}
