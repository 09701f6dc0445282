import type { LoaderFunctionArgs } from '@remix-run/node'
import { formats, type Format } from '~/domain/participation/request'
import { requireLanguage } from '~/http/context.server'
import { exportAnswer } from '~/http/report-export.server'

/** A report as a file: `…/report/export.{csv,xlsx,pdf,json,zip}`, one address for each format. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params)
  const ending = new URL(request.url).pathname.split('.').at(-1)
  return exportAnswer({ request, context, language, format: formats.find((format): format is Format => format === ending) ?? 'csv' })
}
