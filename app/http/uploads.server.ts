import type { Request, RequestHandler, Response } from 'express'
import type { AppLoadContext } from '@remix-run/node'
import { findSlot, largestLimit, limitOf } from '~/domain/library/find-slot.server'
import { mayManageLibrary } from '~/domain/library/policy'
import { freeRoom, keepRoom } from '~/domain/library/upload-room.server'
import { resumableServer, type ResumableRules, type UploadFacts } from '~/platform/storage/resumable.server'
import { readCookie } from '~/platform/auth/cookies.server'
import { sessionCookieName } from '~/platform/auth/sessions.server'
import { env } from '~/platform/env/env.server'
import { originOf, tokenHolds } from './csrf.server'

/** Where the script of the page sends large files. */
export const uploadsPath = '/manage/uploads'

const methods = ['OPTIONS', 'POST', 'HEAD', 'PATCH', 'DELETE']

/** Whether a request is one of the protocol that large files come by, which has methods of its own. */
export function isResumable(request: Request): boolean {
  return request.path === uploadsPath || request.path.startsWith(`${uploadsPath}/`)
}

/**
 * Takes large files in pieces, from who may upload, sent by our own page. The rules are those of the page: the same session, the
 * same role, and for a browser that does not say where it comes from the same token, in a header.
 */
export function resumableUploads(contextOf: (request: Request, response: Response) => Promise<AppLoadContext>): RequestHandler {
  let serve: ReturnType<typeof resumableServer> | undefined
  return (request, response, next) => {
    if (!isResumable(request)) return next()
    answer(request, response).catch(next)
  }

  async function answer(request: Request, response: Response): Promise<void> {
    const refuse = (status: number, text: string) => {
      // What is still on its way is not waited for.
      response.status(status).set({ 'Cache-Control': 'no-store', Connection: 'close' }).type('text/plain').send(`${status} ${text}\n`)
    }
    if (!methods.includes(request.method)) {
      response.set('Allow', methods.join(', '))
      return refuse(405, 'Method not allowed.')
    }
    const account = (await contextOf(request, response)).session?.account
    if (!account) return refuse(401, 'Sign in first.')
    if (!mayManageLibrary(account)) return refuse(403, 'Not allowed.')
    if (!isOurs(request)) return refuse(403, 'Forbidden: this was not sent from this site.')
    // Another name for the same method would get round what was looked at above.
    if (request.get('x-http-method-override') !== undefined) return refuse(400, 'Not with this header.')
    response.set('Cache-Control', 'no-store')
    serve ??= resumableServer({ path: uploadsPath, maxSize: largestLimit(), begin, begun: freeRoom })
    await serve(request, response, account.id)
  }
}

function isOurs(request: Request): boolean {
  const origin = originOf({
    secFetchSite: request.get('sec-fetch-site'),
    origin: request.get('origin'),
    host: request.get('host'),
    appUrl: env().appUrl,
  })
  if (origin !== 'unknown') return origin === 'ours'
  return tokenHolds(request.get('x-form-token') ?? null, readCookie(request.headers.cookie, sessionCookieName))
}

/** Only what we know of is kept of what a browser says; a file's name is not. */
const begin: ResumableRules['begin'] = async (given, { id, owner, size }) => {
  const { item, language, role, mark } = given
  const slot = findSlot(item ?? '', language ?? '', role ?? '')
  if (!slot) return { status: 404, text: 'There is no such place.' }
  if (size > limitOf(slot.role)) return { status: 413, text: 'Too large.' }
  const refused = await keepRoom(id, { owner, bytes: size })
  if (refused) return { status: fullStatus[refused], text: 'There is no room: finish or throw away another upload first.' }
  // How the browser knows the same file again: its length and date.
  const known = /^\d{1,12}-\d{1,16}$/.test(mark ?? '') ? mark : null
  const facts: UploadFacts = { item: slot.item.id, language: slot.language, role: slot.role }
  return { facts: known ? { ...facts, mark: known } : facts }
}

/** By these the script of the page knows them apart. */
const fullStatus = { uploadsOwnFull: 429, uploadsAllFull: 507 } as const
