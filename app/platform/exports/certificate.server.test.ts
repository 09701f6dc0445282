import { describe, expect, test } from 'vitest'
import { certificateSamples } from './certificate-samples.testing'
import { certificateDocument, renderCertificatePdf, type CertificateSheet } from './certificate.server'
import { readPdf } from './pdf.testing'
import { decodeQr } from './qr.testing'
import { typesetPdf } from './typeset.server'

const sample = (language: string) => certificateSamples[language]!
const languages = Object.keys(certificateSamples)

/** As a reader gets it, but with an Error for every box and every warning. */
async function strictly(certificate: CertificateSheet) {
  return readPdf(await typesetPdf({ ...(await certificateDocument(certificate)), strict: true }))
}

const mm = 72 / 25.4
/** Inside the inner line of the frame. */
const frame = { left: 10 * mm, right: 287 * mm, bottom: 10 * mm, top: 200 * mm }

type Page = ReturnType<typeof readPdf>

function expectInsideFrame({ runs }: Page) {
  expect(runs.length).toBeGreaterThan(5)
  for (const run of runs) {
    expect(run.from).toBeGreaterThan(frame.left)
    expect(run.to).toBeLessThan(frame.right)
    expect(run.baseline - 0.3 * run.size).toBeGreaterThan(frame.bottom)
    expect(run.baseline + run.size).toBeLessThan(frame.top)
  }
}

/** The dark bars of the QR code: the only shapes on the page that are filled with black. */
function qrBars({ fills }: Page) {
  return fills
    .filter(({ colour }) => /^0\.00( 0\.00 0\.00)?$/.test(colour))
    .map(({ left, right, bottom, top }) => ({ x: left, y: -top, width: right - left, height: top - bottom }))
}

function scan(page: Page) {
  const bars = qrBars(page)
  return decodeQr(bars, { module: Math.min(...bars.map(({ height }) => height)), margin: 4 })
}

/** The fonts for Arabic and Ethiopic script have basic Latin letters as well, in the same design. */
const fontsOf: Record<string, string[]> = {
  ar: ['Vazirmatn-Bold', 'Vazirmatn-Regular'],
  fa: ['Vazirmatn-Bold', 'Vazirmatn-Regular'],
  ti: ['NotoSansEthiopic-Bold', 'NotoSansEthiopic-Regular'],
}

describe.each(languages)('a certificate in %s', (language) => {
  const { direction } = sample(language)

  test('is one page with a glyph for every letter, inside its frame', async () => {
    const page = await strictly(sample(language))
    expect(page.source).toMatch(/^%PDF-/)
    expect(page.pages).toBe(1)
    expect(page.source).toContain(`/Lang (${language})`)
    expect(page.fonts).toEqual(fontsOf[language] ?? ['NotoSans-Bold', 'NotoSans-Regular'])
    expectInsideFrame(page)
  })

  test('has the address in its QR code, as a picture and as a link', async () => {
    const page = await strictly(sample(language))
    expect(scan(page)).toBe(sample(language).verifyUrl)
    expect(page.source).toContain(`/URI (${sample(language).verifyUrl})`)
    const middle = (frame.left + frame.right) / 2
    expect(qrBars(page).every(({ x }) => (direction === 'rtl' ? x < middle : x > middle))).toBe(true)
  })

  const letters = { ar: 'ش', fa: 'گ', ti: 'ጮ' }[language] ?? 'W'
  test.each([
    ['200 letters without a space', letters.repeat(200)],
    ['200 letters in words', `${letters.repeat(7)} `.repeat(25)],
    ['one long word', letters.repeat(29)],
    ['one letter', letters],
    ['nothing', ''],
  ])('stays inside its frame with a name and course of %s', async (_, name) => {
    const page = await strictly({ ...sample(language), name, courseTitle: name, issuer: name })
    expect(page.pages).toBe(1)
    expectInsideFrame(page)
    expect(scan(page)).toBe(sample(language).verifyUrl)
  })

  test('stays inside its frame when everything is too long', async () => {
    const text = `${letters.repeat(6)} `.repeat(60)
    const details = Array.from({ length: 9 }, () => ({ label: text, value: text }))
    const all = {
      title: text,
      intro: text,
      name: text,
      body: text,
      courseTitle: text,
      verifyText: text,
      issuer: text,
      details,
    }
    const page = await strictly({ ...sample(language), ...all, code: letters.repeat(100) })
    expect(page.pages).toBe(1)
    expectInsideFrame(page)
  })
})

describe('a name', () => {
  test.each([
    '#import "/etc/passwd"',
    '$x$',
    '*bold*',
    ']',
    '"\'',
    '\\',
    'a\nb\u2028c',
    '= 1',
    'Ayşe \u202eneleM\u202c',
    'Łukasz Đặng',
    'Ωμέγα Иванова',
  ])('is only a name: %j', async (name) => {
    const page = await strictly({ ...sample('nl'), name })
    expect(page.pages).toBe(1)
    expect(page.fonts).toEqual(['NotoSans-Bold', 'NotoSans-Regular'])
    expectInsideFrame(page)
  })

  test.each(['😀 Zeynep', '漢字', '\u0000\ud800'])('that no font has still gives a certificate: %j', async (name) => {
    const page = readPdf(await renderCertificatePdf({ ...sample('nl'), name }))
    expect(page.pages).toBe(1)
    expectInsideFrame(page)
  })

  test('cannot turn the text around it, nor show itself in another order', async () => {
    const { inputs } = await certificateDocument({ ...sample('nl'), name: 'Anna\u202e\u2069\u2067annA\u202c' })
    expect(inputs?.['name']).toBe('\u2068AnnaannA\u2069')
  })

  test('does not show in the tab or the list of recent files', async () => {
    expect((await certificateDocument(sample('nl'))).title).toBe('Certificaat KRNG-7F3K-2M9P')
  })

  test('in two scripts reads from right to left in Dari, its second part on the left', async () => {
    // Cyrillic, because it comes from a font of its own and so can be told apart on the page.
    const { runs } = await strictly({ ...sample('fa'), name: 'گلچهره Иванова' })
    const cyrillic = runs.filter(({ font }) => font === 'NotoSans-Bold')
    const { size, baseline } = cyrillic[0]!
    const dari = runs.filter((run) => run.font === 'Vazirmatn-Bold' && Math.abs(run.baseline - baseline) < size / 3)
    expect(dari.length).toBeGreaterThan(0)
    expect(Math.max(...cyrillic.map(({ to }) => to))).toBeLessThan(Math.min(...dari.map(({ from }) => from)) + 1)
    expect(Math.max(...dari.map(({ to }) => to))).toBeCloseTo(273 * mm, -1)
  })
})

test.each([0, 1, 4, 6])('%i facts stand in the frame', async (count) => {
  const details = Array.from({ length: count }, (_, index) => ({
    label: `Feit ${index}`,
    value: 'Rotterdam, voorjaar 2026',
  }))
  const page = await strictly({ ...sample('nl'), details })
  expect(page.pages).toBe(1)
  expectInsideFrame(page)
})

test('the same certificate is the same file', async () => {
  const [first, second] = [await renderCertificatePdf(sample('ar')), await renderCertificatePdf(sample('ar'))]
  expect(Buffer.from(first).equals(second)).toBe(true)
})

test('a certificate leads to a web page and nowhere else', async () => {
  await expect(renderCertificatePdf({ ...sample('nl'), verifyUrl: 'javascript:alert(1)' })).rejects.toThrow('web page')
})
