import type { LoaderFunctionArgs } from '@remix-run/node'
import { listOrganisationsOf } from '~/domain/accounts/organisations.server'
import { mayCoordinate } from '~/domain/accounts/policy'
import { templateOf } from '~/domain/groups/import/template'
import { requireAccount, requireLanguage } from '~/http/context.server'

/** The spreadsheet to fill in. Its example stands at an organisation of who asks, so that it can be tried as it is. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const person = requireAccount(context, { request, language: requireLanguage(params), may: mayCoordinate })
  const [organisation] = await listOrganisationsOf(person)
  return new Response(templateOf(organisation?.name ?? ''), {
    headers: { 'Content-Type': 'text/csv; charset=utf-8', 'Content-Disposition': 'attachment; filename="leerkring-groups.csv"' },
  })
}
