import { useTranslation } from 'react-i18next'
import { Heading } from '~/components/primitives/Heading'
import { Link } from '~/components/primitives/Link'
import type { LessonToMend } from '~/http/content-state.server'
import { directionOf, languageNames, type Language } from '~/i18n/languages'

interface LessonsToMendProps {
  course: string
  languages: { language: Language; missing: LessonToMend[]; stale: LessonToMend[] }[]
}

const kinds = [
  { kind: 'missing', count: 'content.whichMissing', title: 'content.missingTitle' },
  { kind: 'stale', count: 'content.whichStale', title: 'content.staleTitle' },
] as const

/** For each language which lessons are missing or out of date, folded away until somebody wants to know. */
export function LessonsToMend({ course, languages }: LessonsToMendProps) {
  const { t } = useTranslation('manage')
  return (
    <>
      <Heading level={3}>{t('content.whichTitle')}</Heading>
      {languages.map(({ language, ...lists }) => {
        const shown = kinds.filter(({ kind }) => lists[kind].length > 0)
        return (
          <details key={language} className="lk-fold">
            <summary>
              <span>
                <bdi lang={language} dir={directionOf(language)}>
                  {languageNames[language]}
                </bdi>
                {': '}
                {shown.map(({ kind, count }) => t(count, { count: lists[kind].length })).join(' · ')}
              </span>
            </summary>
            {shown.map(({ kind, title }) => (
              <div key={kind}>
                <h4 className="utrecht-heading-4">{t(title)}</h4>
                <ul className="utrecht-unordered-list">
                  {lists[kind].map((lesson) => (
                    <li key={lesson.id} className="utrecht-unordered-list__item">
                      <span dir="ltr">{lesson.number}</span>{' '}
                      <Link href={`/${language}/courses/${course}/${lesson.id}`} lang={lesson.lang} dir={lesson.dir}>
                        {lesson.title}
                      </Link>
                    </li>
                  ))}
                </ul>
              </div>
            ))}
          </details>
        )
      })}
    </>
  )
}
