import type { LoaderFunctionArgs } from '@remix-run/node'
import { getItemText } from '~/content/read'
import { findScript, transcriptText } from '~/domain/library/transcript'
import { notFound, requireLanguage } from '~/http/context.server'
import { requireItem } from '~/http/library.server'
import { transcriptNote } from '~/http/player.server'
import { publicFile } from '~/http/public-file.server'

/** What is said in an episode or film, as plain text: to print, to read aloud, to send. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const language = requireLanguage(params)
  const item = requireItem(params)
  const found = findScript(item, language)
  if (!found) throw notFound()
  const { text } = getItemText(item, found.language)
  const note = await transcriptNote(item, language)
  const answer = publicFile(request, transcriptText(text.title, found.script, note), 'text/plain; charset=utf-8')
  answer.headers.set('Content-Language', found.language)
  return answer
}
