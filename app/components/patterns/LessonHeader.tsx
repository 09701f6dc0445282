import { useTranslation } from 'react-i18next'

interface LessonHeaderProps {
  title: string
  /** Title of the module, or of the handbook. */
  module: string
  /** `2.1` */
  number: string
  minutes: number
  /** The course, to go back to. */
  course: { href: string; title: string }
  /** Language and direction of the titles, where the lesson's differs from the page's. */
  lang?: string
  dir?: 'ltr' | 'rtl'
}

/** Where we are, what this lesson is called and how long it takes. */
export function LessonHeader({ title, module, number, minutes, course, lang, dir }: LessonHeaderProps) {
  const { t } = useTranslation('common')
  return (
    <div className="lk-lesson-header">
      <p className="lk-eyebrow">
        <a className="utrecht-link utrecht-link--html-a" href={course.href} lang={lang} dir={dir}>
          {course.title}
        </a>
        {' · '}
        <span lang={lang} dir={dir}>
          {module}
        </span>
      </p>
      <h1 className="utrecht-heading-1" lang={lang} dir={dir}>
        {title}
      </h1>
      <p className="lk-small lk-soft">
        {t('lesson.number', { number })} · {t('lesson.minutes', { count: minutes })}
      </p>
    </div>
  )
}
