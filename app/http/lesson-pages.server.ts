import { randomBytes } from 'node:crypto'
import type { AppLoadContext } from '@remix-run/node'
import type { Request, RequestHandler, Response } from 'express'
import { LRUCache } from 'lru-cache'
import { findLesson } from '~/content/lessons'
import { contentVersion, findCourse } from '~/content/read'
import { openLesson } from '~/domain/courses/learning.server'
import { isLanguage } from '~/i18n/languages'
import { acceptedEncoding, compress } from './compress.server'
import { frameOf } from './frame.server'

// A word that no text contains, to leave holes in a page that is kept.
const mark = randomBytes(12).toString('hex')
const holes = { userName: `name${mark}`, formToken: `token${mark}` }
type Hole = keyof typeof holes
const anyHole = new RegExp(Object.values(holes).join('|'))

/** A page cut at its holes: text, hole, text, hole … text. */
interface Template {
  texts: string[]
  holes: Hole[]
}

interface LessonPagesOptions {
  render: (request: Request, response: Response, context: AppLoadContext) => Promise<globalThis.Response>
  contextOf: (request: Request, response: Response) => Promise<AppLoadContext>
}

/**
 * Lessons for readers who are signed in. Such a page is the same for many of them but for a name and a token: it is rendered
 * once for each way it can look and kept with holes in these places. Who keeps reflections has a page of her own, and goes on
 * to the route.
 */
export function lessonPages({ render, contextOf }: LessonPagesOptions): RequestHandler {
  const templates = new LRUCache<string, Template>({
    maxSize: 24 * 1024 * 1024,
    sizeCalculation: ({ texts }) => 200 + 2 * texts.join('').length,
  })
  return (request, response, next) => {
    answer(request, response).then((answered) => (answered ? undefined : next()), next)
  }

  async function answer(request: Request, response: Response): Promise<boolean> {
    const { lang, course: courseId, lesson: lessonId } = request.params
    if (request.method !== 'GET' || request.originalUrl.includes('?') || !isLanguage(lang)) return false
    const context = await contextOf(request, response)
    const account = context.session?.account
    const course = findCourse(courseId ?? '')
    const lesson = course && findLesson(course, lessonId ?? '')
    if (!account || account.keepReflections || !lesson) return false
    const standing = await openLesson(account, course, lesson, lang)
    const frame = frameOf(request.path, '', context)
    // All that the page depends on, but for what goes into the holes.
    const key = JSON.stringify([
      contentVersion(),
      frame.path,
      frame.language,
      frame.account?.leadsGroups,
      frame.account?.mayCoordinate,
      frame.account?.mayManage,
      standing,
    ])
    let template = templates.get(key)
    if (!template) {
      template = await fill(request, response, context)
      if (!template) return false
      templates.set(key, template)
    }
    await send(insert(template, { userName: account.userName, formToken: context.formToken }), request, response)
    return true
  }

  /** Renders the page for a stand-in who has the same rights and progress, and holes for a name and a token. */
  async function fill(request: Request, response: Response, context: AppLoadContext): Promise<Template | undefined> {
    const { id, account } = context.session!
    const standIn = { ...account, userName: holes.userName, email: null, lastSeenOn: '', language: '' }
    const page = await render(request, response, { ...context, formToken: holes.formToken, session: { id, account: standIn } })
    return page.status === 200 ? cut(await page.text()) : undefined
  }
}

function cut(html: string): Template {
  const template: Template = { texts: [], holes: [] }
  let rest = html
  for (let found = anyHole.exec(rest); found; found = anyHole.exec(rest)) {
    template.texts.push(rest.slice(0, found.index))
    template.holes.push(found[0] === holes.userName ? 'userName' : 'formToken')
    rest = rest.slice(found.index + found[0].length)
  }
  template.texts.push(rest)
  return template
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#x27;' }

function insert({ texts, holes: places }: Template, values: Record<Hole, string>): string {
  const safe = Object.fromEntries(
    Object.entries(values).map(([hole, value]) => [hole, value.replace(/[&<>"']/g, (sign) => escapes[sign]!)]),
  )
  return texts.reduce((html, text, index) => html + safe[places[index - 1]!] + text)
}

async function send(html: string, request: Request, response: Response): Promise<void> {
  const encoding = acceptedEncoding(request.headers['accept-encoding'])
  const body = await compress(Buffer.from(html), encoding, 'quick')
  response.statusCode = 200
  response.setHeader('Content-Type', 'text/html; charset=utf-8')
  response.setHeader('Cache-Control', 'no-store')
  response.setHeader('Vary', 'Accept-Encoding, Cookie')
  if (encoding !== 'identity') response.setHeader('Content-Encoding', encoding)
  response.setHeader('Content-Length', body.length)
  response.end(body)
}
