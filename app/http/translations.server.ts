import type { ActionFunctionArgs } from '@remix-run/node'
import { data } from '@remix-run/node'
import { decodePo, type FileFault } from '~/content/po/read'
import type { FaultAt } from '~/content/po/apply'
import { libraryShelf } from '~/content/unit-id'
import { countWork, nextWork, writtenIn, type WorkState } from '~/content/work'
import type { CheckedFile, CheckedText, Expected, Outcome } from '~/domain/translations/check-upload.server'
import type { Present } from '~/domain/translations/present.server'
import { mayTranslate } from '~/domain/translations/policy'
import { lookForTranslations } from '~/domain/translations/show-translations.server'
import { isLanguage, sourceLanguage, type Language } from '~/i18n/languages'
import { notFound, requireAccount, requireLanguage } from './context.server'
import { listShelves, titleOf, type Shelf, type TitleInLanguage } from './content-state.server'

/**
 * The use cases of translations. They need the compiler of texts, which takes memory: it is loaded when an editor first opens one
 * of these pages.
 */
export const translating = {
  translations: () => import('~/domain/translations/translations.server'),
  publishing: () => import('~/domain/translations/publish-translation.server'),
  checking: () => import('~/domain/translations/check-upload.server'),
}

type Args = Pick<ActionFunctionArgs, 'request' | 'params' | 'context'>

/**
 * Who may translate. What another process put on the site is shown by this one from now on: an editor who goes from one to the other
 * finds what she did. @throws Response 302, 403, 404
 */
export async function requireTranslator({ request, params, context }: Args) {
  const language = requireLanguage(params)
  const person = requireAccount(context, { request, language, may: mayTranslate })
  await lookForTranslations()
  return { language, person }
}

/** The same with the course (or library) of the address. @throws Response 302, 403, 404 */
export async function requireShelf(args: Args) {
  const { language, person } = await requireTranslator(args)
  const shelf = listShelves(language).find(({ id }) => id === args.params.course)
  if (!shelf) throw notFound()
  return { language, person, shelf }
}

/** The same with the text of the address, and its title. @throws Response 302, 403, 404 */
export async function requireUnit(args: Args) {
  const { language, person, shelf } = await requireShelf(args)
  const row = shelf.rows.find(({ id, kind }) => kind !== 'audio' && id === `${shelf.id}/${args.params.lesson}`)
  if (!row) throw notFound()
  return { language, person, shelf, row, title: titleOf(row, language) }
}

/** The same with the translation of the address. @throws Response 302, 403, 404 */
export async function requireTranslation(args: Args) {
  const unit = await requireUnit(args)
  const present = await (await translating.translations()).findTranslation(unit.row.id, requireTarget(args.params.language))
  if (!present) throw notFound()
  return { ...unit, present }
}

/**
 * How much there is to do in a language, and what to go on with after a text.
 * @param work what that text asks for, or asked for before
 */
export function workAround(language: Language, target: Language, id: string, work: WorkState) {
  const rows = listShelves(language).flatMap((shelf) => shelf.rows)
  const next = nextWork(rows, target, id, work)
  return { toDo: countWork(writtenIn(rows), [target]).toDo, next: next && { id: next.id, ...titleOf(next, language) } }
}

/** The page on which readers find a text. */
export function pageOf(id: string, language: Language): string {
  const [shelf = '', name = ''] = id.split('/')
  if (shelf === libraryShelf) return `/${language}/library/${name.replace(/\.script$/, '')}`
  return `/${language}/courses/${shelf}${name === 'about' ? '' : `/${name}`}`
}

/** A language that is translated into. @throws Response 404 */
export function requireTarget(language: string | undefined): Language {
  if (!isLanguage(language) || language === sourceLanguage) throw notFound()
  return language
}

/** The file for a translator, as an answer. */
export async function translatorFileAnswer(name: string, language: Language, texts: readonly Present[]): Promise<Response> {
  const bytes = await (await translating.translations()).translatorFile(name, language, texts)
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': 'text/x-gettext-translation; charset=utf-8',
      'Content-Disposition': `attachment; filename="leerkring-${name.replaceAll('/', '-')}.${sourceLanguage}-${language}.po"`,
    },
  })
}

/** The translator's file of a form: the one that was chosen, or the text that the page held after it was shown. */
export async function readSentPo(form: FormData): Promise<{ text: string } | { code: FileFault }> {
  const held = form.get('sent')
  if (typeof held === 'string') return { text: held.replace(/\r\n?/g, '\n') }
  const file = form.get('file')
  if (!file || typeof file === 'string') return { code: 'fileMissing' }
  return decodePo(new Uint8Array(await file.arrayBuffer()))
}

/** One thing that is wrong, with the text and the Dutch words that it is about. */
export interface ShownFaultAt extends Pick<FaultAt, 'code' | 'line' | 'detail'> {
  place: string
}

export interface ShownText extends TitleInLanguage, Pick<CheckedText, 'total' | 'changes'> {
  id: string
  outcome: Exclude<Outcome, 'untouched'>
  open: number
  doubts: ShownFaultAt[]
}

/** What the page shows of a checked file. */
export interface ShownCheck {
  language: Language
  faults: ShownFaultAt[]
  texts: ShownText[]
  /** The file itself and what it was checked against, when there is something to publish. */
  ready: { text: string; base: string } | null
}

/** At most this much of a list of faults is shown; who made as many has one cause. */
const mostShown = 200

async function shownCheck(checked: CheckedFile, shelf: Shelf, language: Language, text: string): Promise<ShownCheck> {
  const { readyTexts } = await translating.publishing()
  const ready = readyTexts(checked)
  const texts = checked.texts.flatMap(({ outcome, ...rest }) => (outcome === 'untouched' ? [] : [{ ...rest, outcome }]))
  const at = (unit: string, { code, line, key, detail }: FaultAt) => ({
    ...{ code, line, place: key === null ? unit : `${unit}/${key}` },
    ...(detail === undefined ? {} : { detail }),
  })
  const faultsOf = ({ unit, faults, open, outcome }: CheckedText) =>
    [...faults, ...(outcome === 'open' ? open : [])].map((each) => at(unit.id, each))
  return {
    language: checked.language,
    faults: [...checked.faults.map((each) => at('', each)), ...texts.flatMap(faultsOf)].slice(0, mostShown),
    texts: texts.map(({ unit, outcome, total, open, doubts, changes }) => ({
      ...titleOf(shelf.rows.find(({ id }) => id === unit.id) ?? { id: unit.id, titles: {} }, language),
      ...{ id: unit.id, outcome, total, open: open.length, doubts: doubts.map((each) => at(unit.id, each)) },
      changes: outcome === 'ready' ? changes : [],
    })),
    ready: ready.length > 0 ? { text, base: checked.base } : null,
  }
}

/**
 * What a form with a translator's file leads to: a page that shows what is wrong or what would change, or the number of texts that
 * were put on the site. Nothing is kept between the two: the page holds the file, and everything is checked again.
 */
export async function takePo(
  { person, language, shelf }: Awaited<ReturnType<typeof requireShelf>>,
  form: FormData,
  expected: Expected,
): Promise<{ published: number } | { answer: ReturnType<typeof checkAnswer> }> {
  const sent = await readSentPo(form)
  const refused = (code: string) => ({ answer: checkAnswer({ file: code }, null, 422) })
  if ('code' in sent) return refused(sent.code)
  const { publishUpload } = await translating.publishing()
  const { checkUpload } = await translating.checking()
  if (form.get('intent') === 'publish') {
    const base = form.get('base')
    const result = await publishUpload(person, sent.text, expected, typeof base === 'string' ? base : '')
    if (result !== 'changed' && 'published' in result) return result
    if (result !== 'changed' && 'code' in result) return refused(result.code)
    const checked = result === 'changed' ? await checkUpload(sent.text, expected) : result.checked
    if ('code' in checked) return refused(checked.code)
    const check = await shownCheck(checked, shelf, language, sent.text)
    return { answer: checkAnswer(result === 'changed' ? { form: 'textChanged' } : {}, check, result === 'changed' ? 409 : 422) }
  }
  const checked = await checkUpload(sent.text, expected)
  if ('code' in checked) return refused(checked.code)
  const check = await shownCheck(checked, shelf, language, sent.text)
  return { answer: checkAnswer({}, check, check.ready ? 200 : 422) }
}

function checkAnswer(errors: Record<string, string>, check: ShownCheck | null, status: number) {
  return data({ values: {}, errors, check }, { status })
}
