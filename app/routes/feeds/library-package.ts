import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireLanguage } from '~/http/context.server'
import { packageAnswer } from '~/http/library-package.server'

/** Everything of the library in one language, as one file. */
export function loader({ request, params }: LoaderFunctionArgs) {
  return packageAnswer(request, requireLanguage(params))
}
