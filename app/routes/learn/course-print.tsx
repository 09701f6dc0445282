import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { FallbackLine } from '~/components/patterns/FallbackLine'
import { PrintButton } from '~/components/patterns/PrintButton'
import { Heading } from '~/components/primitives/Heading'
import { Link } from '~/components/primitives/Link'
import { TextBlock } from '~/components/primitives/TextBlock'
import { getAbout, getText } from '~/content/read'
import { requireLanguage } from '~/http/context.server'
import { blockLanguage, courseTitle } from '~/http/course-titles.server'
import { requireCourse } from '~/http/course.server'
import { useFrame } from '~/http/frame'
import { LessonBlocks } from '~/http/lesson-blocks'
import { pageTitle } from '~/http/page'
import { sharedData } from '~/http/shared-page.server'
import { textLines } from '~/http/text-lines.server'

export { pageHeaders as headers } from '~/http/page-headers'
export const meta: MetaFunction = ({ params }) => pageTitle(params, 'coursePrint')

export function loader({ params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params)
  const course = requireCourse(params)
  const { text, language: shown } = getAbout(course, language)
  const about = courseTitle(course, language)
  return sharedData(context, {
    id: course.id,
    title: about.title,
    modules: course.modules.map((module) => ({
      id: module.id,
      title: about.modules[module.id] ?? '',
      lessons: module.lessons.map((lesson) => {
        const { text: lessonText, language: lessonShown } = getText(lesson, language)
        return { id: lesson.id, number: lesson.number, title: lessonText.title, blocks: lessonText.blocks, ...blockLanguage(lessonShown) }
      }),
    })),
    html: text.blocks.map((block) => (block.kind === 'question' ? '' : block.html)).join(''),
    ...blockLanguage(shown),
    fallback: textLines(course.about, language).fallback,
  })
}

/** A whole course or handbook on one page, to put on paper. */
export default function CoursePrint() {
  const course = useLoaderData<typeof loader>()
  const { t } = useTranslation('courses')
  const { language } = useFrame()
  const { lang, dir } = course
  return (
    <>
      <p className="lk-no-print">
        <Link href={`/${language}/courses/${course.id}`}>{t('lesson.backToCourse')}</Link>
      </p>
      <Heading level={1} lang={lang} dir={dir}>
        {course.title}
      </Heading>
      {course.fallback && <FallbackLine language={language} shown={lang} />}
      <PrintButton />
      <TextBlock lang={lang} dir={dir} html={course.html} />
      {course.modules.flatMap((module) =>
        module.lessons.map((lesson) => (
          <article key={lesson.id} className="lk-sheet">
            <p className="lk-eyebrow" lang={lang} dir={dir}>
              {module.title}
            </p>
            <h2 className="utrecht-heading-1" lang={lesson.lang} dir={lesson.dir}>
              <span dir="ltr">{lesson.number}</span> {lesson.title}
            </h2>
            <LessonBlocks
              blocks={lesson.blocks}
              lang={lesson.lang}
              dir={lesson.dir}
              asks={false}
              keeps={false}
              reflections={{}}
              answer={null}
              reflected={null}
              printed
            />
          </article>
        )),
      )}
    </>
  )
}
