import { redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { requireAccount, requireLanguage } from '~/http/context.server'
import { manageSections } from '~/http/manage-sections.server'

/** Goes to the first page that is for this person. */
export function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params)
  const [first] = manageSections(requireAccount(context, { request, language }))
  if (!first) throw new Response(null, { status: 403 })
  return redirect(`/${language}/manage/${first}`)
}
