import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { readPdf } from './pdf.testing'
import { typesetPdf, typesetPdfWith, type TypesetDocument } from './typeset.server'
import { Typesetter } from './typesetter.server'

const given = {
  source: '#let data = json(bytes(sys.inputs.data))\n#data.text',
  inputs: { text: 'Welkom سلام ሰላም' },
  created: new Date('2026-10-14T12:34:56Z'),
  title: 'Verslag',
  language: 'nl',
  strict: true,
} satisfies TypesetDocument

const typesetText = (text: string, changes: Partial<TypesetDocument> = {}) => typesetPdf({ ...given, inputs: { text }, ...changes })

const started: Typesetter[] = []
function typesetter(options: ConstructorParameters<typeof Typesetter>[0]) {
  const one = new Typesetter(options)
  started.push(one)
  return one
}
afterAll(() => started.forEach((one) => one.stop()))

/** Runs for minutes, and is not one of the endless loops that typst itself recognises. */
const endless = '#for i in range(30000) { for j in range(30000) {} }'

describe('the document', () => {
  test('is a tagged PDF/UA with its title, language and date', async () => {
    const { source, pages } = readPdf(await typesetPdf(given))
    expect(source).toMatch(/^%PDF-1\.7/)
    expect(pages).toBe(1)
    expect(source).toContain('/Marked true')
    expect(source).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(source).toContain('/Title (Verslag)')
    expect(source).toContain('/Lang (nl)')
    expect(source).toMatch(/\/CreationDate \(D:20261014123456/)
  })

  test('knows a language with a region', async () => {
    expect(readPdf(await typesetText('سلام', { language: 'fa-AF' })).source).toContain('/Lang (fa-AF)')
  })

  test('has our fonts only', async () => {
    expect(readPdf(await typesetPdf(given)).fonts).toEqual(['NotoSans-Regular', 'NotoSansEthiopic-Regular', 'Vazirmatn-Regular'])
  })

  test('is the same, byte for byte, from another process on a machine with no fonts', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'no-fonts-'))
    try {
      const config = join(folder, 'fonts.conf')
      writeFileSync(config, `<?xml version="1.0"?><fontconfig><dir>${folder}</dir></fontconfig>`)
      const bare = typesetter({ env: { FONTCONFIG_FILE: config } })
      const [first, second, elsewhere] = [await typesetPdf(given), await typesetPdf(given), await typesetPdfWith(bare, given)]
      expect(Buffer.from(second).equals(first)).toBe(true)
      expect(Buffer.from(elsewhere).equals(first)).toBe(true)
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  test('joins Arabic letters', async () => {
    // Lam and alef together are one sign, narrower than the two; letters that are not shaped keep their widths.
    const source = `#context {
      let width(body) = measure(body).width
      assert(width[لا] < width[ل] + width[ا], message: "lam and alef are apart")
      assert(width[سلام] < width[س] + width[ل] + width[ا] + width[م], message: "letters are not joined")
    }`
    await expect(typesetPdf({ ...given, source, language: 'ar' })).resolves.toBeInstanceOf(Uint8Array)
    await expect(typesetPdf({ ...given, source: source.replace('[لا]', '[ل\u200cا]'), language: 'ar' })).rejects.toThrow('apart')
  })
})

describe('what people typed', () => {
  test.each([
    '#import "/etc/passwd"',
    '$x^2$',
    '*bold*',
    '_it_',
    ']',
    '"',
    '\\',
    '\\u{41}',
    '`raw`',
    '<label>',
    '@ref',
    '= Heading',
    '//comment',
    '/*',
    '{{x}}',
  ])('is shown as it was typed: %s', async (text) => {
    const { fonts, runs } = readPdf(await typesetText(text))
    expect(fonts).toEqual(['NotoSans-Regular'])
    expect(runs.reduce((sum, { glyphs }) => sum + glyphs, 0)).toBe(text.length)
  })

  test.each(['a\nb\r\nc', 'a\u202eb\u2066c', '\u200d\ufe0f', 'e\u0301', '\ud800'])('does no harm: %j', async (text) => {
    expect(readPdf(await typesetText(text)).pages).toBe(1)
  })

  test.each(['😀', '漢字', 'שלום', '\u0000', '\u0007'])('shows a box for what no font has, and says so in tests: %j', async (text) => {
    expect(readPdf(await typesetText(text, { strict: false })).source).toContain('/Marked true')
    await expect(typesetText(text)).rejects.toThrow(/could not be displayed|disallowed codepoint/)
  })

  test('cannot come in by the title', async () => {
    expect(readPdf(await typesetText('x', { title: '"] #panic("out") \\' })).source).toContain('/Title ("] #panic("out") \\\\)')
  })
})

describe('a template', () => {
  test('reads the files it is given, text and bytes', async () => {
    const source = '#assert(read("a.txt") == "één")\n#assert(read("b.bin", encoding: none) == bytes((1, 255)))\nx'
    await typesetPdf({ ...given, source, files: { 'a.txt': 'één', 'b.bin': new Uint8Array([1, 255]) } })
  })

  test.each(['/etc/passwd', '../../../../etc/passwd', `${process.cwd()}/package.json`, 'a.txt'])('cannot read %s', async (path) => {
    await expect(typesetPdf({ ...given, source: `#read(${JSON.stringify(path)})` })).rejects.toThrow(/not found|access denied/)
  })

  test('keeps nothing of the files of an earlier document', async () => {
    await typesetPdf({ ...given, source: '#read("a.txt")', files: { 'a.txt': 'secret' } })
    await expect(typesetPdf({ ...given, source: '#read("a.txt")' })).rejects.toThrow('not found')
  })

  test('cannot fetch packages: it only ever asks the proxy, where nobody is', async () => {
    const source = '#import "@preview/cetz:0.4.2": *'
    await expect(typesetPdf({ ...given, source })).rejects.toThrow('package')
    const asked: string[] = []
    const proxy = createServer((socket) => socket.once('data', (data) => (asked.push(String(data)), socket.destroy())))
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
    const { port } = proxy.address() as AddressInfo
    const watched = typesetter({ env: { HTTPS_PROXY: `http://127.0.0.1:${port}` } })
    await expect(typesetPdfWith(watched, { ...given, source })).rejects.toThrow('package')
    proxy.close()
    expect(asked[0]).toMatch(/^CONNECT /)
  })

  test.each(['../a.txt', '/a.txt', 'a/b.txt', 'document.typ', ''])('cannot have a file named %j', async (name) => {
    await expect(typesetPdf({ ...given, files: { [name]: 'x' } })).rejects.toThrow('a file named')
  })

  test('with a fault is an Error that says which, and the next document comes out', async () => {
    await expect(typesetPdf({ ...given, source: '#nothing-of-the-kind' })).rejects.toThrow('could not be typeset: unknown variable')
    await expect(typesetPdf(given)).resolves.toBeInstanceOf(Uint8Array)
  })

  test('that asks for a font we do not have is an Error in tests', async () => {
    await expect(typesetPdf({ ...given, source: '#text(font: "Nowhere Sans")[x]' })).rejects.toThrow('unknown font family')
  })
})

describe('the typesetting process', () => {
  test('is stopped when a document takes too long, and the next document comes out', async () => {
    const hasty = typesetter({ timeoutMs: 5000 })
    const late = typesetPdfWith(hasty, { ...given, source: endless })
    const next = typesetPdfWith(hasty, given)
    await expect(late).rejects.toThrow('took longer than 5 seconds')
    await expect(next).resolves.toBeInstanceOf(Uint8Array)
  }, 30_000)

  test('that dies on a document takes only that one with it', async () => {
    const fragile = typesetter({})
    await typesetPdfWith(fragile, given)
    const lost = typesetPdfWith(fragile, { ...given, source: endless })
    const next = typesetPdfWith(fragile, given)
    setTimeout(() => process.kill(fragile.pid!, 'SIGKILL'), 50)
    await expect(lost).rejects.toThrow('stopped unexpectedly')
    await expect(next).resolves.toBeInstanceOf(Uint8Array)
  })

  test('goes away when there is no work, and comes back', async () => {
    const brief = typesetter({ idleMs: 20 })
    await typesetPdfWith(brief, given)
    await vi.waitFor(() => expect(brief.pid).toBeUndefined())
    await expect(typesetPdfWith(brief, given)).resolves.toBeInstanceOf(Uint8Array)
  })

  test('gives each of many at once its own document', async () => {
    const names = Array.from({ length: 12 }, (_, index) => 'x'.repeat(index + 1))
    const documents = await Promise.all(names.map((name) => typesetText(name)))
    expect(documents.map((pdf) => readPdf(pdf).runs[0]?.glyphs)).toEqual(names.map((name) => name.length))
  })
})
