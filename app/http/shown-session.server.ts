import type { SessionFacts } from '~/domain/groups/sessions-repository.server'
import type { Language } from '~/i18n/languages'
import { topicOf } from './group.server'

/** What a page shows of a session, or of one of its revisions. */
export function shownSession<Facts extends SessionFacts>(
  group: { programme: string },
  session: Facts & { id: string; revision?: number },
  language: Language,
) {
  const { id, status, date, startsAt, place, present, firstTime, women, men, unknown, note } = session
  const { ageUnder25, age25to39, age40to54, age55plus, ageUnknown } = session
  const ages = ageUnder25 === null ? null : { ageUnder25, age25to39, age40to54, age55plus, ageUnknown }
  return {
    id,
    revision: session.revision ?? 0,
    status,
    date,
    startsAt,
    place,
    present,
    firstTime,
    women,
    men,
    unknown,
    ages,
    topic: topicOf(group, session, language),
    note,
  }
}
export type ShownSession = ReturnType<typeof shownSession>

const compared = ['present', 'firstTime', 'women', 'men', 'unknown', 'date', 'startsAt', 'place', 'topic', 'note'] as const

/** What differs between two revisions, field by field; null where there was nothing. */
export function changesBetween(before: ShownSession, after: ShownSession) {
  const text = (session: ShownSession, field: (typeof compared)[number]) => {
    const value = field === 'topic' ? session.topic?.title : session[field]
    return value === null || value === undefined ? null : String(value)
  }
  return compared.flatMap((field) => {
    const [was, is] = [text(before, field), text(after, field)]
    return was === is ? [] : [{ field, before: was, after: is }]
  })
}
