import { po } from 'gettext-parser'
import { beforeAll, describe, expect, it } from 'vitest'
import { largestPo, type FileFault } from '~/content/po/read'
import type { UploadFault } from '~/domain/translations/check-upload.server'
import { findTranslation, listTranslationHistory } from '~/domain/translations/translations.server'
import { languages } from '~/i18n/languages'
import { i18nOf } from '~/i18n/server'
import { openSite, ownForm, type Answer, type OpenSite } from '../setup/http'
import { multipart } from '../setup/multipart'

// The way of a translator's file through the pages, as a browser without scripting goes it.

const id = 'opvoeding/limits'
const page = `/nl/manage/content/${id}/ar`
const course = '/nl/manage/content/opvoeding'
const t = i18nOf('nl').getFixedT('nl', ['errors', 'translations'])

let site: OpenSite
let session: string
/** The file of the text, as it was got from the page. */
let file: string
beforeAll(async () => {
  site = await openSite()
  session = await site.signInAs('editor')
  file = (await read(`${page}/translation.po`)).text
})

const read = (path: string) => site.ask(path, { session })

function send(path: string, content: Buffer | string, fields: Record<string, string> = { intent: 'check' }): Promise<Answer> {
  const { headers, body } = multipart(fields, { name: 'limits.po', type: 'text/x-gettext-translation', content: Buffer.from(content) })
  return site.ask(path, { method: 'POST', session, headers: { ...ownForm, ...headers }, body })
}

function post(path: string, fields: Record<string, string>): Promise<Answer> {
  const { headers, body } = multipart(fields)
  return site.ask(path, { method: 'POST', session, headers: { ...ownForm, ...headers }, body })
}

/** What stands in a hidden field of a page. */
function hidden({ text }: Answer, name: string): string {
  const value = new RegExp(`type="hidden" name="${name}" value="([^"]*)"`).exec(text)?.[1]
  if (value === undefined) throw new Error(`The page has no hidden field ${name}.`)
  return value.replace(/&(?:#x27|quot|lt|gt|amp);/g, (sign) => ({ '&#x27;': "'", '&quot;': '"', '&lt;': '<', '&gt;': '>' })[sign] ?? '&')
}

const number = async () => (await findTranslation(id, 'ar'))!.number

/** The same file with other words at one place. */
const withWords = (words: string) =>
  file.replace(/(msgctxt "opvoeding\/limits\/part-0\/paragraph-1"\nmsgid .*\nmsgstr )".*"/, `$1"${words}"`)

/** Saved by another program: folded lines, other headers in another order, its own flags and what it keeps of former entries. */
function savedElsewhere(text: string): Buffer {
  const parsed = po.parse(text)
  parsed.headers = {
    'X-Generator': 'Poedit 3.4.2',
    'Content-Transfer-Encoding': '8bit',
    'Content-Type': 'text/plain; charset=UTF-8',
    'MIME-Version': '1.0',
    Language: 'ar_SA',
    'Plural-Forms': 'nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);',
    'PO-Revision-Date': '2026-11-22 10:00+0100',
    'Last-Translator': '',
    'Project-Id-Version': 'Leerkring opvoeding/limits',
  }
  const folded = po.compile(parsed, { foldLength: 60 }).toString('utf8')
  const obsolete = '\n#~ msgctxt "opvoeding/limits/part-9/paragraph-1"\n#~ msgid "Weg."\n#~ msgstr "ذهب."\n'
  return Buffer.from(`\uFEFF${(folded + obsolete).replaceAll('\n', '\r\n')}`)
}

describe('a file that is sent without scripting', () => {
  const words = 'حديقة حولها سياج من خشب. هل هذا جيد أم لا؟'
  const toRefuse: [name: string, code: FileFault | UploadFault, make: () => Buffer | string][] = [
    ['nothing', 'fileMissing', () => ''],
    ['a letter', 'poNotRead', () => 'Beste redactie,\n'],
    ['of another language', 'poOtherLanguage', () => file.replace('Language: ar', 'Language: fa')],
    ['of another text', 'poOtherText', () => file.replaceAll('opvoeding/limits/', 'opvoeding/about/')],
    ['in another encoding', 'fileNotUtf8', () => Buffer.from(`\uFEFF${file}`, 'utf16le')],
    ['in an encoding of one byte', 'fileNotUtf8', () => Buffer.concat([Buffer.from(file), Buffer.from([0xe1, 0x20])])],
    ['a little too large', 'poTooLarge', () => Buffer.alloc(largestPo + 1, 'a')],
  ]
  it.each(toRefuse)('is refused with a word about it, and changes nothing: %s', async (_, code, make) => {
    const before = await number()
    for (const intent of ['check', 'publish']) {
      const { status, text } = await send(page, make(), { intent })
      expect(status).toBe(422)
      expect(text).toContain(t(`errors:${code}`))
      expect(text).toContain('role="alert"')
      // The page is whole: she can choose another file at once.
      expect(text).toContain('type="file"')
    }
    expect(await number()).toBe(before)
  })

  it('leads back to its page when it is far too large, and the page says so', async () => {
    for (const path of [page, course]) {
      const { status, headers } = await send(path, Buffer.alloc(5 * 1024 * 1024, 'a'))
      expect([status, headers.location]).toEqual([303, `${path}?tooLarge`])
      const shown = await read(headers.location!)
      expect(shown.status).toBe(200)
      expect(shown.text).toContain(t('errors:poTooLarge'))
      // And the next try is not troubled by it.
      const next = await send(headers.location!, 'Beste redactie,\n')
      expect(next.text).toContain(t('errors:poNotRead'))
      expect(next.text).not.toContain(t('errors:poTooLarge'))
    }
  })

  it('says which pieces are wrong, on which line, and offers no button to publish', async () => {
    const text = withWords('حديقة [حولها](page:nowhere) سياج.')
    const { status, text: shown } = await send(page, text)
    expect(status).toBe(422)
    expect(shown).toContain(t('translations:faults.linkAdded'))
    expect(shown).toContain('page:nowhere')
    expect(shown).toContain(t('translations:check.faultsText'))
    expect(shown).not.toContain('value="publish"')
    // Who presses the button of another tab gets the same.
    const forced = await post(page, { intent: 'publish', sent: text, base: (await findTranslation(id, 'ar'))!.base })
    expect(forced.status).toBe(422)
    expect(await number()).toBe(0)
  })

  it('is told apart by what a program marked: what is fuzzy is not done', async () => {
    const marked = withWords(words).replace(/(?=msgctxt "opvoeding\/limits\/part-0\/paragraph-1")/, '#, fuzzy\n')
    const { status, text } = await send(page, marked)
    expect(status).toBe(422)
    expect(text).toContain(t('translations:faults.fuzzy'))
    expect(text).not.toContain('value="publish"')
  })

  it('is shown as a difference, and published as it was shown, whatever program saved it', async () => {
    const checked = await send(page, savedElsewhere(withWords(words)))
    expect(checked.status).toBe(200)
    expect(checked.text).toContain(t('translations:check.ready'))
    expect(checked.text.match(/<ins>/g)).not.toBeNull()
    expect(await number()).toBe(0)

    const fields = { intent: 'publish', sent: hidden(checked, 'sent'), base: hidden(checked, 'base') }
    const wrong = await post(page, { ...fields, base: 'another' })
    expect(wrong.status).toBe(409)
    expect(wrong.text).toContain(t('errors:textChanged'))
    expect(hidden(wrong, 'base')).toBe(fields.base)
    expect(await number()).toBe(0)

    const published = await post(page, fields)
    expect([published.status, published.headers.location]).toEqual([303, `${page}?published`])
    expect((await read(`/ar/courses/${id}`)).text).toContain('سياج من خشب')
    // The same button again: it is there already.
    const again = await post(page, fields)
    expect(again.status).toBe(422)
    expect(again.text).toContain(t('translations:check.nothing'))
    expect(await number()).toBe(1)
    expect((await read(`${page}?published`)).text).toContain(t('translations:done.published'))
  })

  it('may be of a whole course, and says nothing of an earlier one', async () => {
    const all = (await read(`${course}/translation.po/fa`)).text
    const changed = all.replace(/(msgctxt "opvoeding\/limits\/title"\nmsgid .*\nmsgstr )".*"/, '$1"مرز انتخاب"')
    const checked = await send(course, changed)
    expect(checked.status).toBe(200)
    const published = await post(course, { intent: 'publish', sent: hidden(checked, 'sent'), base: hidden(checked, 'base') })
    expect([published.status, published.headers.location]).toEqual([303, `${course}?saved`])
    expect((await read(`${course}?saved`)).text).toContain(t('translations:done.published'))
    expect((await listTranslationHistory(id, 'fa')).map(({ act }) => act)).toEqual(['uploaded'])
    const later = await send(`${course}?saved`, 'Beste redactie,\n')
    expect(later.text).toContain(t('errors:poNotRead'))
    expect(later.text).not.toContain(t('translations:done.published'))
  })
})

describe('what is done with a translation', () => {
  it('holds for what the page showed, and for nothing else', async () => {
    const shown = await read(`/nl/manage/content/${id}/so`)
    const base = hidden(shown, 'base')
    const says = async (path: string, fields: Record<string, string>) => {
      const { status, text, headers } = await post(path, fields)
      return status === 303 ? headers.location : [status, text]
    }
    const at = (language: string) => `/${language}/manage/content/${id}/so`
    // Of another text, of none, of a page from before: in every language it is said that nothing was done.
    for (const language of languages) {
      const changed = i18nOf(language).t('textChanged', { ns: 'errors' })
      const given = { intent: 'review', readInFull: 'on' }
      for (const fields of [given, { ...given, base: 'another' }, { ...given, base: `${base}0` }])
        expect(await says(at(language), fields)).toEqual([409, expect.stringContaining(changed)])
    }
    // She is shown another text with the answer: that is said first, and not that the tick is missing.
    expect(await says(at('nl'), { intent: 'review', base: 'another' })).toEqual([409, expect.stringContaining(t('errors:textChanged'))])
    expect(await says(at('nl'), { intent: 'review', base })).toEqual([422, expect.stringContaining(t('errors:readInFullMissing'))])
    expect(await says(at('nl'), { intent: 'withdraw', base })).toEqual([409, expect.anything()])
    for (const wanted of ['1e300', '-1', '1.5', 'x', '9999999999'])
      expect(await says(at('nl'), { intent: 'restore', base, wanted })).toEqual([422, expect.anything()])
    expect(await says(at('nl'), { intent: 'restore', base, wanted: '7' })).toEqual([409, expect.anything()])
    expect(await listTranslationHistory(id, 'so')).toEqual([])

    expect(await says(at('nl'), { intent: 'review', base, readInFull: 'on' })).toBe(`${at('nl')}?review`)
    const read1 = await read(`${at('nl')}?review`)
    expect(read1.text).toContain(t('translations:done.review'))
    expect(await says(at('nl'), { intent: 'review', base, readInFull: 'on' })).toEqual([409, expect.anything()])
    expect(await says(at('nl'), { intent: 'withdraw', base })).toEqual([409, expect.anything()])
    expect(await says(at('nl'), { intent: 'withdraw', base: hidden(read1, 'base') })).toBe(`${at('nl')}?withdraw`)
  })

  it('leads on to the next text that asks for the same', async () => {
    const list = await read('/nl/manage/translations/ti')
    const links = [...list.text.matchAll(/href="(\/nl\/manage\/content\/[^"]+\/ti)"/g)]
      .map(([, href]) => href!)
      .filter((href) => !href.includes('.po'))
    expect(links.length).toBeGreaterThan(20)
    const first = await read(links[0]!)
    expect(first.text).toContain(`href="${links[1]}"`)
    const last = await read(links.at(-1)!)
    expect(last.text).toContain(`href="${links[0]}"`)
    const done = await post(links[0]!, { intent: 'review', readInFull: 'on', base: hidden(first, 'base') })
    expect(done.headers.location).toBe(`${links[0]}?review`)
    expect((await read(done.headers.location!)).text).toContain(`href="${links[1]}"`)
    expect((await read('/nl/manage/translations/ti')).text).not.toContain(`href="${links[0]}"`)
  })
})

it.each(['trainer', 'coordinator', 'neighbour', 'manager'] as const)('is not for somebody else: %s', async (role) => {
  const other = await site.signInAs(role)
  const before = await number()
  const { base } = (await findTranslation(id, 'ar'))!
  for (const [path, fields] of [
    [page, { intent: 'check', sent: file }],
    [page, { intent: 'publish', sent: withWords('س'), base }],
    [page, { intent: 'review', readInFull: 'on', base }],
    [page, { intent: 'withdraw', base }],
    [page, { intent: 'restore', wanted: '1', base }],
    [course, { intent: 'check', sent: file }],
  ] as const) {
    const { headers, body } = multipart(fields)
    expect((await site.ask(path, { method: 'POST', session: other, headers: { ...ownForm, ...headers }, body })).status).toBe(403)
  }
  expect(await number()).toBe(before)
})
