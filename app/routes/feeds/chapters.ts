import type { LoaderFunctionArgs } from '@remix-run/node'
import { findSpoken } from '~/domain/library/spoken.server'
import { findScript, listChapters } from '~/domain/library/transcript'
import { notFound, requireLanguage } from '~/http/context.server'
import { requireItem } from '~/http/library.server'
import { publicFile } from '~/http/public-file.server'

/** The chapters of a recording, as the JSON of Podcasting 2.0. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const language = requireLanguage(params)
  const item = requireItem(params)
  const [found, spoken] = [findScript(item, language), await findSpoken(item, language)]
  const chapters = found && spoken ? listChapters(found.script, spoken.recording) : []
  if (chapters.length === 0) throw notFound()
  return publicFile(request, `${JSON.stringify({ version: '1.2.0', chapters })}\n`, 'application/json+chapters; charset=utf-8')
}
