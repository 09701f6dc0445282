import type { AppLoadContext } from '@remix-run/node'
import { exportReport } from '~/domain/participation/export-report.server'
import { readRequest } from '~/domain/participation/read-request.server'
import type { Format } from '~/domain/participation/request'
import type { Language } from '~/i18n/languages'
import { i18nOf } from '~/i18n/server'
import { requireAccount } from './context.server'
import { acquireExport } from './export-slots.server'
import { exportStream } from './export-stream.server'

interface ExportArgs {
  request: Request
  context: AppLoadContext
  language: Language
  format: Format
}

/** For Excel in Dutch: a semicolon between the cells, and a mark that says UTF-8. */
const dutchExcel = { delimiter: ';', byteOrderMark: true } as const

/** The answer to who asks for a report as a file. */
export async function exportAnswer({ request, context, language, format }: ExportArgs): Promise<Response> {
  const { excel, ...query } = Object.fromEntries(new URL(request.url).searchParams)
  const person = context.session?.account ?? null
  const read = await readRequest(query, person)
  if ('faults' in read)
    return refusal(
      language,
      read.faults.map(({ code }) => code),
    )
  if ('refused' in read) {
    // Throws: to the page where one signs in, or 403.
    requireAccount(context, { request, language, may: () => false })
    throw new Response(null, { status: 403 })
  }
  const exporter = person ? ({ by: 'account', accountId: person.id } as const) : ({ by: 'visitor', accountId: null } as const)
  const dialect = excel === '1' ? dutchExcel : undefined
  const file = exportReport(read.asked, format, { language: language === 'nl' ? 'nl' : 'en', dialect }, exporter)
  if ('code' in file) return refusal(language, [file.code])
  const free = acquireExport(person?.id ?? context.address)
  if (!free) return refusal(language, ['tooManyExports'], 429)
  return new Response(exportStream(file.bytes, { free, signal: request.signal }) as unknown as BodyInit, {
    headers: {
      'Content-Type': file.mediaType,
      'Content-Disposition': `attachment; filename="${file.fileName}"`,
      'X-Robots-Tag': 'noindex',
      'X-Content-Type-Options': 'nosniff',
    },
  })
}

/** What is wrong, in the reader's words: a link to a file opens no page. */
function refusal(language: Language, codes: string[], status = 422): Response {
  const t = i18nOf(language).getFixedT(language, 'errors')
  const lines = [...new Set(codes)].map((code) => t(code as 'choiceUnknown'))
  return new Response(`${lines.join('\n')}\n`, {
    status,
    headers: {
      'Content-Type': 'text/plain; charset=utf-8',
      'Content-Language': language,
      ...(status === 429 && { 'Retry-After': '30' }),
    },
  })
}
