import type { LoaderFunctionArgs } from '@remix-run/node'
import { maySeeReach } from '~/domain/library/reach/policy'
import { writeSums } from '~/domain/library/reach/write-sums.server'
import { requireAccount, requireLanguage } from '~/http/context.server'
import { exportStream } from '~/http/export-stream.server'

/** All sums of the uses of the library, as CSV. */
export function loader({ request, params, context }: LoaderFunctionArgs) {
  requireAccount(context, { request, language: requireLanguage(params), may: maySeeReach })
  const body = exportStream(writeSums(), { free: () => undefined, signal: request.signal })
  return new Response(body as unknown as BodyInit, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="leerkring-library-sums.csv"',
      'Cache-Control': 'no-store',
    },
  })
}
