import type { Choice } from '~/components/primitives/Select'
import { lessonsOf } from '~/domain/groups/lessons-of.server'
import { ageBands } from '~/domain/groups/head-count'
import type { SessionRow } from '~/domain/groups/sessions-repository.server'
import type { Language } from '~/i18n/languages'
import { lessonTitle } from './course-titles.server'

const counts = ['present', 'firstTime', 'women', 'men', 'unknown', ...ageBands] as const
type Name = (typeof counts)[number] | 'date' | 'startsAt' | 'place' | 'lesson' | 'topic' | 'note'

/** What the form of a session begins with: what stands there, and else what is usually right. */
export function sessionValues(
  session: Partial<SessionRow>,
  usual: Partial<Record<Name, string | number | null>> = {},
): Record<Name, string> {
  const { date, startsAt, place, lessonId, topic, note } = session
  const known: Partial<Record<Name, string | number | null>> = { date, startsAt, place, lesson: lessonId, topic, note }
  for (const name of counts) known[name] = session[name]
  const names = [...counts, 'date', 'startsAt', 'place', 'lesson', 'topic', 'note'] as const
  return Object.fromEntries(names.map((name) => [name, String(known[name] ?? usual[name] ?? '')])) as Record<Name, string>
}

/** The lessons that a session can be about. */
export function lessonChoices(group: { programme: string }, language: Language): Choice[] {
  return lessonsOf(group.programme).map((lesson) => {
    const { title, lang, dir } = lessonTitle(lesson, language)
    return { value: lesson.id, label: title, lang, dir }
  })
}
