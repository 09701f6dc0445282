import type { LoaderFunctionArgs } from '@remix-run/node'
import { findCalendarOwner, listCalendar } from '~/domain/groups/calendar.server'
import { answerUnlessSame, writeCalendar } from '~/http/calendar.server'
import { notFound } from '~/http/context.server'
import { languageOf } from '~/http/signed-in.server'
import { sourceLanguage } from '~/i18n/languages'

/** Who has the address has the calendar: a telephone asks for it without a session. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const owner = await findCalendarOwner(params.feed ?? '')
  if (!owner) throw notFound()
  const text = writeCalendar(await listCalendar(owner), languageOf(owner, sourceLanguage))
  return answerUnlessSame(request, text, 'text/calendar; charset=utf-8')
}
