import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { SearchForm } from '~/components/patterns/SearchForm'
import { Heading } from '~/components/primitives/Heading'
import { Link } from '~/components/primitives/Link'
import { listLessons } from '~/content/lessons'
import { getCatalogue } from '~/content/read'
import { requireLanguage } from '~/http/context.server'
import { courseTitle } from '~/http/course-titles.server'
import { useFrame } from '~/http/frame'
import { pageTitle } from '~/http/page'
import { searchStyles } from '~/http/search-styles'
import { sharedData } from '~/http/shared-page.server'

export { searchStyles as links }
export { pageHeaders as headers } from '~/http/page-headers'
export const meta: MetaFunction = ({ params }) => pageTitle(params, 'catalogue')

export function loader({ params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params)
  const courses = getCatalogue().courses.map((course) => {
    const { title, summary, lang, dir } = courseTitle(course, language)
    return { id: course.id, kind: course.kind, title, summary, lang, dir, lessons: listLessons(course).length }
  })
  return sharedData(context, { courses })
}

const sections = [
  { kind: 'course', title: 'catalogue.courses', count: 'catalogue.lessons' },
  { kind: 'handbook', title: 'catalogue.handbooks', count: 'catalogue.chapters' },
] as const

export default function Catalogue() {
  const { courses } = useLoaderData<typeof loader>()
  const { t } = useTranslation('courses')
  const { language } = useFrame()
  return (
    <>
      <Heading level={1}>{t('catalogue.title')}</Heading>
      <p className="utrecht-paragraph utrecht-paragraph--lead">{t('catalogue.intro')}</p>
      <SearchForm language={language} />
      {sections.map(({ kind, title, count }) => (
        <section key={kind}>
          <Heading level={2}>{t(title)}</Heading>
          {courses
            .filter((course) => course.kind === kind)
            .map((course) => (
              <article key={course.id} className="lk-entry">
                <h3 className="utrecht-heading-3">
                  <Link href={`/${language}/courses/${course.id}`} lang={course.lang} dir={course.dir}>
                    {course.title}
                  </Link>
                </h3>
                <p className="utrecht-paragraph" lang={course.lang} dir={course.dir}>
                  {course.summary}
                </p>
                <p className="lk-small lk-soft">{t(count, { count: course.lessons })}</p>
              </article>
            ))}
        </section>
      ))}
    </>
  )
}
