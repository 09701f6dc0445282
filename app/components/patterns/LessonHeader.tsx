import { useTranslation } from 'react-i18next'

interface LessonHeaderProps {
  title: string
  /** Title of the module, or of the handbook. */
  module: string
  /** `2.1` */
  number: string
  minutes: number
  /** The course, to go back to; with the language and direction of its title and of the module's. */
  course: { href: string; title: string; lang?: string; dir?: 'ltr' | 'rtl' }
  /** Language and direction of the lesson's title, where they differ from the page's. */
  lang?: string
  dir?: 'ltr' | 'rtl'
}

/** Where we are, what this lesson is called and how long it takes. */
export function LessonHeader({ title, module, number, minutes, course, lang, dir }: LessonHeaderProps) {
  const { t } = useTranslation('common')
  return (
    <div className="lk-lesson-header">
      <p className="lk-eyebrow">
        <a className="utrecht-link utrecht-link--html-a" href={course.href} lang={course.lang} dir={course.dir}>
          {course.title}
        </a>
        {' · '}
        <span lang={course.lang} dir={course.dir}>
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
