import { createHash } from 'node:crypto'
import { calendarText } from '~/domain/groups/calendar-format'
import type { CalendarEntry } from '~/domain/groups/calendar.server'
import type { Language } from '~/i18n/languages'
import { i18nOf } from '~/i18n/server'
import { env } from '~/platform/env/env.server'

/** The addresses of a calendar: to copy, and one that a telephone opens in its own calendar. */
export function calendarLinks(code: string): { url: string; opens: string } {
  const url = `${env().appUrl}/calendar/${code}`
  return { url, opens: url.replace(/^https?:/, 'webcal:') }
}

/**
 * A calendar as a file, in a language. A telephone shows what stands in it to whoever looks: a neutral word and a place, and
 * no name of a group.
 */
export function writeCalendar(entries: CalendarEntry[], language: Language): string {
  const { t } = i18nOf(language)
  const summary = t('event.summary', { ns: 'paper' })
  return calendarText(
    'Leerkring',
    entries.map((entry) => {
      const url = `${env().appUrl}/${language}/coordinate/${pathOf(entry)}`
      const place = entry.place?.replace(/\s+/g, ' ') ?? null
      return {
        uid: `${entry.id}@leerkring`,
        sequence: entry.revision,
        revisedAt: entry.revisedAt,
        date: entry.date,
        startsAt: entry.startsAt,
        cancelled: entry.withdrawn,
        summary: place ? `${summary}, ${place}` : summary,
        description: `${entry.page.kind === 'register' ? t('event.register', { ns: 'paper' }) : t('event.open', { ns: 'paper' })}\n${url}`,
        place,
        url,
      }
    }),
  )
}

function pathOf({ page, withdrawn }: CalendarEntry): string {
  // A meeting that was withdrawn has no page of its own any more.
  if (page.kind === 'meeting') return `cohorts/${page.cohort}/meetings${withdrawn ? '' : `/${page.meeting}`}`
  return `groups/${page.group}/sessions/${page.session}${page.kind === 'register' ? '/register' : ''}`
}

/** The reply to who asks for a file of her own that may be asked for often: nothing but 304 as long as it is the same. */
export function answerUnlessSame(request: Request, body: string, contentType: string): Response {
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  const headers = { ETag: etag, 'Cache-Control': 'private, no-cache', 'X-Robots-Tag': 'noindex' }
  const known = request.headers.get('If-None-Match')?.split(',') ?? []
  if (known.some((each) => each.trim().replace(/^W\//, '') === etag)) return new Response(null, { status: 304, headers })
  return new Response(body, { headers: { ...headers, 'Content-Type': contentType } })
}
