import { useTranslation } from 'react-i18next'

export type LessonMark = 'new' | 'started' | 'done'

export interface ListedLesson {
  href: string
  /** `2.1` */
  number: string
  title: string
  minutes: number
  /** null where no progress is kept: nobody is signed in. */
  mark: LessonMark | null
  /** Language and direction of the title, where it differs from the page. */
  lang?: string
  dir?: 'ltr' | 'rtl'
  /** A modest remark: "in het Nederlands". */
  remark?: string
}

export interface ListedModule {
  id: string
  title: string
  lang?: string
  dir?: 'ltr' | 'rtl'
  lessons: ListedLesson[]
}

const paths: Record<LessonMark, string> = {
  new: '',
  started: 'M14 4a10 10 0 0 1 0 20z',
  done: 'm9 14.5 3.5 3.5 7-7.5',
}

/** The modules of a course with their lessons. A mark differs in shape, and its name is read out. */
export function LessonList({ modules, headingLevel = 2 }: { modules: ListedModule[]; headingLevel?: 2 | 3 }) {
  const { t } = useTranslation('common')
  const Title = `h${headingLevel}` as const
  return (
    <div className="lk-modules">
      {modules.map((module) => (
        <section key={module.id} aria-labelledby={`module-${module.id}`}>
          <Title className={`utrecht-heading-${headingLevel}`} id={`module-${module.id}`} lang={module.lang} dir={module.dir}>
            {module.title}
          </Title>
          <ol className="lk-lessons">
            {module.lessons.map((lesson) => (
              <li key={lesson.href} className={lesson.mark ? `lk-lesson lk-lesson--${lesson.mark}` : 'lk-lesson'}>
                {lesson.mark && (
                  <svg className="lk-lesson__mark lk-drawing" viewBox="0 0 28 28" aria-hidden="true" focusable="false">
                    <circle cx="14" cy="14" r="10" />
                    {paths[lesson.mark] && <path className={`lk-mark--${lesson.mark}`} d={paths[lesson.mark]} />}
                  </svg>
                )}
                <span className="lk-lesson__title">
                  <span className="lk-lesson__number" dir="ltr">
                    {lesson.number}
                  </span>{' '}
                  <a className="utrecht-link utrecht-link--html-a" href={lesson.href} lang={lesson.lang} dir={lesson.dir}>
                    {lesson.title}
                  </a>
                </span>
                <span className="lk-lesson__about">
                  {t('lesson.minutes', { count: lesson.minutes })}
                  {lesson.mark && lesson.mark !== 'new' && ` · ${t(`lesson.mark.${lesson.mark}`)}`}
                  {lesson.remark && ` · ${lesson.remark}`}
                </span>
              </li>
            ))}
          </ol>
        </section>
      ))}
    </div>
  )
}
