import type { LoaderFunctionArgs } from '@remix-run/node'
import { readMetrics, mayReadMetrics } from '~/http/metrics.server'
import { notFound } from '~/http/context.server'

export async function loader({ request, context }: LoaderFunctionArgs) {
  if (!mayReadMetrics(request.headers.get('Authorization'), context.address)) throw notFound()
  const { text, contentType } = await readMetrics()
  return new Response(text, { headers: { 'Content-Type': contentType } })
}
