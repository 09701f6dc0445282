import { randomBytes } from 'node:crypto'
import path from 'node:path'
import type { AppLoadContext } from '@remix-run/node'
import express, { type ErrorRequestHandler, type Express, type Request, type RequestHandler, type Response } from 'express'
import sirv from 'sirv'
import * as build from 'virtual:remix/server-build'
import { countUses } from '~/http/count-uses.server'
import { formCookieName, originOf, tokenHolds, tokenIn } from '~/http/csrf.server'
import { fewAtOnce } from '~/http/few-at-once.server'
import { countAnswer } from '~/http/metrics.server'
import { PageCache } from '~/http/page-cache.server'
import { receiveUpload, uploadSlot } from '~/http/receive-upload.server'
import { receivingTime } from '~/http/receiving-time.server'
import { lessonPages } from '~/http/lesson-pages.server'
import { createRender, remixHandler } from '~/http/remix-handler.server'
import { isEmbedPage, securityHeaders } from '~/http/security-headers.server'
import { isResumable, resumableUploads } from '~/http/uploads.server'
import { noteVisit } from '~/domain/accounts/note-visit.server'
import { deviceName } from '~/platform/auth/device'
import { formToken } from '~/platform/auth/codes.server'
import { readCookie } from '~/platform/auth/cookies.server'
import { blankSessionCookie, findSession, sessionCookieName } from '~/platform/auth/sessions.server'
import { env } from '~/platform/env/env.server'
import { log } from '~/platform/log/log.server'

// The composition root: what a request meets, from top to bottom.

const bodyLimit = '64kb'
/** Pages with notes: who pastes far too much gets her form back and is told which field is too long. */
const notesLimit = '2mb'
/** A spreadsheet that is brought in, and what stands around it in a form. */
const importLimit = '4mb'
/** A file with figures of which somebody asks where it comes from: 20 MB, and what stands around it. */
const checkLimit = '21mb'
/** So many of these files at once. */
const checksAtOnce = 4
/** A file of a translator, of a whole course in a script that takes three bytes a letter. */
const translationLimit = '4mb'

/** The whole site as an Express app. The database has to be migrated before the first request. */
export function createApp(): Express {
  const { mode, trustProxy, appUrl } = env()
  const production = mode === 'production'
  const cache = new PageCache()
  const render = createRender(build, appUrl)
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', trustProxy)
  app.set('etag', false)

  app.use(countAnswer)
  app.use(receivingTime((request) => isResumable(request) || uploadSlot(request) !== null))
  app.use(refuseOtherMethods)
  app.use(refuseOddTargets)
  app.use(securityHeaders({ production }))
  app.use(staticFiles())
  app.use(countUses)
  app.use(cache.answer)
  app.post('/reach', express.raw({ type: () => true, limit: '1kb' }))
  app.use(resumableUploads(contextOf))
  app.use(receiveUpload(contextOf))
  app.post('/:lang/coordinate/import', express.raw({ type: () => true, limit: importLimit }))
  app.post('/:lang/report/check', fewAtOnce(checksAtOnce), express.raw({ type: () => true, limit: checkLimit }))
  app.post('/:lang/manage/content/*', express.raw({ type: () => true, limit: translationLimit }), pageOfTooLarge)
  app.post(/^\/\w{2}\/(coordinate|evaluate|learn)\//, express.raw({ type: () => true, limit: notesLimit }))
  app.use(express.raw({ type: () => true, limit: bodyLimit }))
  app.use(refuseForeignMutations)
  app.use(certificateFileAddress)
  app.get('/:lang/courses/:course/:lesson', lessonPages({ render, contextOf }))
  app.all('*', remixHandler({ render, cache, contextOf }))
  app.use(lastResort)
  return app
}

/** Pages are read and forms are posted; there is nothing else to do here, but for files that come in pieces. */
const refuseOtherMethods: RequestHandler = (request, response, next) => {
  if (['GET', 'HEAD', 'POST'].includes(request.method) || isResumable(request)) return next()
  response.status(405).set('Allow', 'GET, HEAD, POST').type('text/plain').send('405 Method not allowed.\n')
}

/** Who chose far too large a file gets the page back that she chose it on, and that says so. Nothing of the file was kept. */
const pageOfTooLarge: ErrorRequestHandler = (error: { type?: string }, request, response, next) => {
  if (error.type === 'entity.too.large') response.redirect(303, `${request.path}?tooLarge`)
  else next(error)
}

/** An address begins with one slash; anything else is no page of ours, and some programs read it as another host. */
const refuseOddTargets: RequestHandler = (request, response, next) => {
  if (/^\/(?!\/)/.test(request.url)) return next()
  response.status(400).type('text/plain').send('400 This address is not right.\n')
}

/** Files of the build: those with a hash in their name never change. */
function staticFiles(): RequestHandler {
  const folder = path.resolve('build/client')
  return sirv(folder, {
    dev: process.env.NODE_ENV === 'development',
    brotli: true,
    gzip: true,
    etag: true,
    extensions: [],
    setHeaders: (response, pathname) => {
      const immutable = pathname.startsWith('/assets/') || pathname.startsWith('/content/')
      response.setHeader('Cache-Control', immutable ? 'public, max-age=31536000, immutable' : 'public, max-age=3600')
    },
  })
}

/** Nothing is changed for a request that another site made. */
const refuseForeignMutations: RequestHandler = (request, response, next) => {
  if (request.method !== 'POST') return next()
  const origin = originOf({
    secFetchSite: request.get('sec-fetch-site'),
    origin: request.get('origin'),
    host: request.get('host'),
    appUrl: env().appUrl,
  })
  if (origin === 'ours' || (origin === 'unknown' && isAnonymousForm(request.path))) return next()
  const token = Buffer.isBuffer(request.body) ? tokenIn(request.body, request.get('content-type')) : null
  const cookies = request.headers.cookie
  const holder = readCookie(cookies, sessionCookieName) ?? readCookie(cookies, formCookieName)
  if (origin === 'unknown' && tokenHolds(token, holder)) return next()
  response.status(403).type('text/plain').send('403 Forbidden: this form was not sent from this site.\n')
}

/**
 * Who answers an evaluation, or says of an item of the library where she works, is nobody in particular: there are no rights
 * that another site could borrow, and no cookie that a token could belong to. Telephones that do not say where a form comes from
 * can answer too.
 */
const isAnonymousForm = (path: string) => /^\/(\w{2}\/evaluate\/[^/]+|\w{2}\/library\/[^/]+\/where|reach)$/.test(path)

/** `…/certificates/{code}.pdf` is the public address; a route cannot have a parameter with an ending. */
const certificateFileAddress: RequestHandler = (request, _response, next) => {
  request.url = request.url.replace(/^(\/\w{2}\/certificates\/[\w-]+)\.pdf(?=\?|$)/, '$1/pdf')
  next()
}

/** The same for everybody, and kept by others on the way: no cookie may go with it. */
const isPublicFile = (path: string) =>
  /^\/(media\/.*|oembed|[a-z]{2}\/(podcast\.xml|library\/(package\.zip|[^/]+\/(transcript\.txt|chapters\.json))))$/i.test(path)

/** Made once a request, whoever asks for it first. */
function contextOf(request: Request, response: Response): Promise<AppLoadContext> {
  const locals = response.locals as { context?: Promise<AppLoadContext> }
  return (locals.context ??= makeContext(request, response))
}

async function makeContext(request: Request, response: Response): Promise<AppLoadContext> {
  // In a frame of another site, and for a file of everybody's, nobody is signed in, whoever looks, and no cookie is set.
  if (isEmbedPage(request.path) || isPublicFile(request.path))
    return { session: null, address: request.ip ?? '', device: deviceName(null), formToken: '' }
  const active = await findSession(request.headers.cookie ?? null)
  if (active) await noteVisit(active.account)
  if (active?.renewedCookie) response.appendHeader('Set-Cookie', active.renewedCookie)
  // A session that is over: without its cookie the reader gets the kept pages again.
  if (!active && readCookie(request.headers.cookie, sessionCookieName)) response.appendHeader('Set-Cookie', blankSessionCookie())
  return {
    session: active && { id: active.id, account: active.account },
    address: request.ip ?? '',
    device: deviceName(request.get('user-agent') ?? null),
    formToken: tokenOf(active?.id ?? null, request, response),
  }
}

/**
 * The token for the forms of a page. Browsers that say where their requests come from need none before they sign in, and
 * so get no cookie.
 */
function tokenOf(sessionId: string | null, request: Request, response: Response): string {
  if (sessionId) return formToken(sessionId)
  const hasForm = /^\/\w{2}\/(sign-in|join)\b/.test(request.path)
  if (!hasForm || request.get('sec-fetch-site') !== undefined) return ''
  let holder = readCookie(request.headers.cookie, formCookieName)
  if (!holder) {
    holder = randomBytes(18).toString('base64url')
    response.appendHeader('Set-Cookie', `${formCookieName}=${holder}; Path=/; Secure; HttpOnly; SameSite=Lax`)
  }
  return formToken(holder)
}

/** Faults that no page could answer: a body that is too large, a client that went away, a mistake of ours. */
const lastResort: ErrorRequestHandler = (error: { status?: number; type?: string }, _request, response, _next) => {
  const status = typeof error.status === 'number' && error.status >= 400 && error.status < 500 ? error.status : 500
  if (status === 500) log().error({ err: error }, 'a request failed')
  if (response.headersSent || response.destroyed) {
    response.destroy()
    return
  }
  const text = status === 413 ? '413 Too large: what was sent is larger than this site accepts.' : `${status} Something went wrong.`
  response.status(status).set('Cache-Control', 'no-store').type('text/plain').send(`${text}\n`)
}
