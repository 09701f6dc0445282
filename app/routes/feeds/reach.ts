import type { ActionFunctionArgs } from '@remix-run/node'
import { countPlayed } from '~/domain/library/reach/count-uses.server'
import { playedForm } from '~/domain/library/reach/schema'
import { notFound } from '~/http/context.server'
import { parseForm } from '~/http/forms.server'

/** There is nothing to read here. */
export function loader() {
  throw notFound()
}

/** The player's script says that something was heard to its end. The answer is the same whether it counted or not. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await parseForm(request, playedForm)
  if (!form.ok) throw new Response(null, { status: 400 })
  countPlayed(form.data.file, { address: context.address, userAgent: request.headers.get('user-agent') ?? '' })
  return new Response(null, { status: 204 })
}
