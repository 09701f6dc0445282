import { findMunicipality } from '~/content/municipalities'
import { formatDate } from '~/i18n/formats'
import type { Language } from '~/i18n/languages'
import { i18nOf } from '~/i18n/server'
import { env } from '~/platform/env/env.server'
import { qrSvg } from '~/platform/exports/qr.server'

interface GroupOnPaper {
  id: string
  name: string
  municipality: string
  place: string | null
}

interface SessionOnPaper {
  id: string
  date: string
  startsAt: string | null
  place: string | null
}

/**
 * What stands on a tally sheet, in the language of the sheet.
 * @param session null: a sheet on which the day is filled in by hand
 */
export function tallySheet(group: GroupOnPaper, session: SessionOnPaper | null, language: Language) {
  const { appUrl } = env()
  const path = `/${language}/coordinate/groups/${group.id}/sessions/${session ? `${session.id}/register` : 'new'}`
  return {
    key: session?.id ?? 'blank',
    group: group.name,
    municipality: findMunicipality(group.municipality)?.name ?? null,
    date: session && formatDate(language, session.date),
    time: session?.startsAt ?? null,
    place: session?.place ?? group.place,
    qr: qrSvg(appUrl + path, { label: i18nOf(language).t('sheet.qr', { ns: 'paper' }) }),
    address: appUrl.replace(/^https?:\/\//, '') + path,
  }
}
