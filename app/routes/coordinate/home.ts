import { redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { requireLanguage } from '~/http/context.server'

export function loader({ params }: LoaderFunctionArgs) {
  return redirect(`/${requireLanguage(params)}/coordinate/groups`)
}
