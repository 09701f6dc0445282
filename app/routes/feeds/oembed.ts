import type { LoaderFunctionArgs } from '@remix-run/node'
import { notFound } from '~/http/context.server'
import { oembedOf } from '~/http/embed.server'
import { publicFile } from '~/http/public-file.server'

/** How a page of another site shows an item (oEmbed 1.0). Only as JSON. */
export function loader({ request }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url)
  const answer = oembedOf(searchParams)
  if (!answer) throw notFound()
  if ((searchParams.get('format') ?? 'json') !== 'json') return new Response(null, { status: 501 })
  return publicFile(request, JSON.stringify(answer), 'application/json; charset=utf-8')
}
