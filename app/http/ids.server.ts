import { notFound } from './context.server'

const id = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** An id from the address. Throws a 404 response for what cannot be one, before a database sees it. */
export function requireId(text: string | undefined): string {
  if (!text || !id.test(text)) throw notFound()
  return text
}
