import type { AppLoadContext } from '@remix-run/node'
import busboy from 'busboy'
import { randomUUID } from 'node:crypto'
import type { Request, RequestHandler, Response } from 'express'
import type { Readable } from 'node:stream'
import { findSlot, limitOf, tooLarge, type Slot } from '~/domain/library/find-slot.server'
import { mayManageLibrary } from '~/domain/library/policy'
import { freeRoom, keepRoom } from '~/domain/library/upload-room.server'
import { isLanguage } from '~/i18n/languages'
import { readCookie } from '~/platform/auth/cookies.server'
import { sessionCookieName } from '~/platform/auth/sessions.server'
import { env } from '~/platform/env/env.server'
import { discard, receive } from '~/platform/storage/incoming.server'
import { originOf, tokenHolds } from './csrf.server'

/** The file of a form, as far as it came in: where it waits, or a code for why it does not. It is cleared away after the answer. */
export type ReceivedUpload = { file: string } | { code: string }

const address = /^\/(\w{2})\/manage\/library\/([^/]+)\/([^/]+)\/([^/]+)$/

/** The place that a form with a file is for; null for every other request. */
export function uploadSlot(request: Request): Slot | null {
  const [, lang, item, language, role] = address.exec(request.path) ?? []
  const isForm = request.method === 'POST' && (request.get('content-type') ?? '').startsWith('multipart/form-data')
  return isForm && isLanguage(lang) ? findSlot(item, language, role) : null
}

/**
 * Takes the file out of the form of one page while it comes in, and writes it to the disk piece by piece: it may be far larger
 * than what is read of any other form. Only for who may upload, and only from our own page; for everybody else not a byte is
 * read, and the route says why. What is left of the form goes on as an ordinary one.
 */
export function receiveUpload(contextOf: (request: Request, response: Response) => Promise<AppLoadContext>): RequestHandler {
  return (request, response, next) => {
    const slot = uploadSlot(request)
    if (!slot) return next()
    take(request, response, slot).then((goesOn) => (goesOn ? next() : undefined), next)
  }

  async function take(request: Request, response: Response, slot: Slot): Promise<boolean> {
    const context = await contextOf(request, response)
    const account = context.session?.account
    const origin = originOf({
      secFetchSite: request.get('sec-fetch-site'),
      origin: request.get('origin'),
      host: request.get('host'),
      appUrl: env().appUrl,
    })
    const fields = new URLSearchParams()
    if (account && mayManageLibrary(account) && origin !== 'foreign') {
      const holder = readCookie(request.headers.cookie, sessionCookieName)
      const isAllowed = () => origin === 'ours' || tokenHolds(fields.get('formToken'), holder)
      const id = randomUUID()
      response.once('close', () => freeRoom(id))
      const hasRoom = async () => {
        const refused = await keepRoom(id, { owner: account.id, bytes: limitedLength(request, slot) })
        // Whoever went away while she waited for her turn is not there any more to let go of it.
        if (response.destroyed) freeRoom(id)
        return refused
      }
      const upload = await readForm(request, slot, fields, { isAllowed, hasRoom })
      if (upload === 'gone') return false
      if ('file' in upload) {
        if (response.destroyed) {
          await discard(upload.file)
          return false
        }
        response.once('close', () => void discard(upload.file))
      }
      context.upload = upload
    }
    asOrdinaryForm(request, fields)
    if (!request.complete) leaveBehind(request, response)
    return true
  }
}

/** Clears the file of a form away, once nobody needs it any more. */
export async function discardUpload(upload: ReceivedUpload | undefined): Promise<void> {
  if (upload && 'file' in upload) await discard(upload.file)
}

/** How much a form may bring at most. */
function limitedLength(request: Request, slot: Slot): number {
  const said = Number(request.get('content-length') ?? Number.NaN)
  return Number.isNaN(said) ? limitOf(slot.role) : Math.min(said, limitOf(slot.role))
}

interface Conditions {
  /** Whether the form is from our own page, as far as it was read. */
  isAllowed: () => boolean
  /** Keeps room for the file. @returns a code when there is none */
  hasRoom: () => Promise<string | null>
}

/** Reads the form to its end. @returns `gone` when the browser went away halfway; nothing is left then */
async function readForm(
  request: Request,
  slot: Slot,
  fields: URLSearchParams,
  { isAllowed, hasRoom }: Conditions,
): Promise<ReceivedUpload | 'gone'> {
  const limit = limitOf(slot.role)
  // What is many times too large is not read to its end: the answer goes out at once.
  if (Number(request.get('content-length')) > limit * 3 + 1_000_000) return { code: tooLarge(slot.role) }
  let parser: busboy.Busboy
  try {
    parser = busboy({ headers: request.headers, limits: { files: 1, fields: 10, parts: 12, fieldSize: 4000, fileSize: limit + 1 } })
  } catch {
    return { code: 'fileMissing' }
  }
  let incoming: Promise<ReceivedUpload> | undefined
  parser.on('field', (name, value) => fields.append(name, value))
  parser.on('file', (name, content, { filename }) => {
    if (name === 'file' && isAllowed()) incoming = receiveFile(content, slot, filename, hasRoom)
    else content.resume()
  })
  const read = await new Promise<'whole' | 'broken' | 'gone'>((resolve) => {
    parser.once('close', () => resolve('whole'))
    parser.once('error', () => resolve('broken'))
    request.once('close', () => {
      if (!request.complete) parser.destroy(new Error('The browser went away'))
      if (!request.complete) resolve('gone')
    })
    request.pipe(parser)
  })
  const upload = await incoming?.catch((): ReceivedUpload => ({ code: 'mediaBroken' }))
  if (read === 'whole') return upload ?? { code: 'fileMissing' }
  request.unpipe(parser)
  if (upload && 'file' in upload) await discard(upload.file)
  return read === 'gone' ? 'gone' : { code: 'mediaBroken' }
}

async function receiveFile(
  content: Readable & { truncated?: boolean },
  slot: Slot,
  name: string | undefined,
  hasRoom: Conditions['hasRoom'],
): Promise<ReceivedUpload> {
  // While nobody reads it yet it may break off, and somebody has to listen.
  content.once('error', () => undefined)
  const full = await hasRoom()
  if (full) {
    content.resume()
    return { code: full }
  }
  const { file, bytes } = await receive(content)
  if (content.truncated) {
    await discard(file)
    return { code: tooLarge(slot.role) }
  }
  // A form without a chosen file sends one without a name.
  if (bytes === 0 && !name) {
    await discard(file)
    return { code: 'fileMissing' }
  }
  return { file }
}

/** What comes after meets a small form that was read already. */
function asOrdinaryForm(request: Request, fields: URLSearchParams): void {
  request.body = Buffer.from(fields.toString())
  request.headers['content-type'] = 'application/x-www-form-urlencoded'
  Object.assign(request, { _body: true })
}

/** Lets the rest run out, so that the browser comes to reading the answer; not for ever. */
function leaveBehind(request: Request, response: Response): void {
  response.set('Connection', 'close')
  request.resume()
  response.once('finish', () => setTimeout(() => request.complete || request.socket.destroy(), 5000).unref())
}
