import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { DraftLine } from '~/components/patterns/DraftLine'
import { FallbackLine } from '~/components/patterns/FallbackLine'
import { LessonList } from '~/components/patterns/LessonList'
import { NextStep } from '~/components/patterns/NextStep'
import { Button } from '~/components/primitives/Button'
import { Heading } from '~/components/primitives/Heading'
import { Link } from '~/components/primitives/Link'
import { Progress } from '~/components/primitives/Progress'
import { TextBlock } from '~/components/primitives/TextBlock'
import { findLesson, listLessons } from '~/content/lessons'
import { getAbout } from '~/content/read'
import { withoutTestsForm } from '~/domain/courses/schema'
import { getLearning, setWithoutTests } from '~/domain/courses/learning.server'
import { notFound, requireAccount, requireLanguage } from '~/http/context.server'
import { blockLanguage, courseTitle, lessonTitle } from '~/http/course-titles.server'
import { learnerOf, requireCourse } from '~/http/course.server'
import { parseForm } from '~/http/forms.server'
import { useFrame } from '~/http/frame'
import { pageTitle } from '~/http/page'
import { courseHead } from '~/http/page-head.server'
import { PostForm } from '~/http/post-form'
import { sharedData } from '~/http/shared-page.server'
import { languageOf } from '~/http/signed-in.server'
import { textLines } from '~/http/text-lines.server'

export { pageHeaders as headers } from '~/http/page-headers'
export const meta: MetaFunction<typeof loader> = ({ params, data: course }) => [...pageTitle(params, 'course'), ...(course?.head ?? [])]

export async function loader({ params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params)
  const course = requireCourse(params)
  const { text, language: shown } = getAbout(course, language)
  const learner = learnerOf(context)
  const learning = learner && (await getLearning(learner, course))
  const done = new Set(learning?.finishedLessons)
  const about = courseTitle(course, language)
  const modules = course.modules.map((module) => ({
    id: module.id,
    title: about.modules[module.id] ?? module.id,
    lang: about.lang,
    dir: about.dir,
    lessons: module.lessons.map((lesson) => {
      const { title, lang, dir } = lessonTitle(lesson, language)
      const mark = learning ? (done.has(lesson.id) ? ('done' as const) : ('new' as const)) : null
      return {
        href: `/${language}/courses/${course.id}/${lesson.id}`,
        number: lesson.number,
        minutes: lesson.minutes,
        title,
        lang,
        dir,
        mark,
        inDutch: lang !== language,
      }
    }),
  }))
  return sharedData(context, {
    id: course.id,
    kind: course.kind,
    title: about.title,
    summary: about.summary,
    html: text.blocks.map((block) => (block.kind === 'question' ? '' : block.html)).join(''),
    ...blockLanguage(shown),
    lines: textLines(course.about, language),
    modules,
    next: nextStepOf(),
    progress: learning && { done: learning.standing.finished, total: learning.standing.total },
    // Without tests there is no trace of them here, not even the way back: that is on the account page.
    mayLeaveTestsOut: learning !== null && course.test && course.kind === 'course' && !learning.withoutTests,
    open: learning && learning.nextLessonId === null ? openLessons() : [],
    head: courseHead(course, language),
  })

  /** One next thing: the certificate, where she was, or the first lesson. */
  function nextStepOf() {
    if (learning?.standing.complete && course.certificate)
      return { kind: 'certificate' as const, href: `/${language}/learn/${course.id}/certificate` }
    const begun = learning !== null && (learning.standing.finished > 0 || learning.lastLessonId !== null)
    const lesson = learning ? learning.nextLessonId && findLesson(course, learning.nextLessonId) : listLessons(course)[0]
    if (!lesson) return null
    const continueIn = languageOf({ language: learning?.language ?? language }, language)
    const { title, lang, dir } = lessonTitle(lesson, continueIn)
    return {
      kind: begun ? ('continue' as const) : ('start' as const),
      href: `/${begun ? continueIn : language}/courses/${course.id}/${lesson.id}`,
      title,
      lang,
      dir,
    }
  }

  function openLessons() {
    const ids = [...new Set(learning!.standing.openQuestions.map((id) => id.split('/')[0]!))]
    return ids.map((id) => ({ id, href: `/${language}/courses/${course.id}/${id}`, ...lessonTitle(findLesson(course, id)!, language) }))
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const language = requireLanguage(params)
  const { id } = requireAccount(context, { request, language })
  const course = requireCourse(params)
  if (course.kind !== 'course') throw notFound()
  const form = await parseForm(request, withoutTestsForm)
  if (!form.ok) throw notFound()
  const off = form.data.withoutTests === 'on'
  await setWithoutTests({ accountId: id, courseId: course.id }, off, language)
  return new Response(null, { status: 303, headers: { Location: `/${language}/${off ? `courses/${course.id}` : 'account'}` } })
}

export default function CoursePage() {
  const course = useLoaderData<typeof loader>()
  const { t } = useTranslation('courses')
  const { language } = useFrame()
  const { lang, dir, next } = course
  const lessons = course.modules.map((module) => ({
    ...module,
    lessons: module.lessons.map(({ inDutch, ...lesson }) => (inDutch ? { ...lesson, remark: t('course.inDutch') } : lesson)),
  }))
  return (
    <>
      <Heading level={1} lang={lang} dir={dir}>
        {course.title}
      </Heading>
      {course.lines.fallback && <FallbackLine language={language} shown={lang} />}
      {course.lines.state && <DraftLine state={course.lines.state} sourceHref={`/nl/courses/${course.id}`} />}
      <p className="utrecht-paragraph utrecht-paragraph--lead" lang={lang} dir={dir}>
        {course.summary}
      </p>
      {course.progress && course.kind === 'course' && <Progress {...course.progress} />}
      {next?.kind === 'certificate' && (
        <NextStep
          href={next.href}
          eyebrow={t('course.certificateEyebrow')}
          title={t('course.certificateTitle')}
          label={t('course.certificateButton')}
        />
      )}
      {next && next.kind !== 'certificate' && (
        <NextStep
          href={next.href}
          eyebrow={next.kind === 'continue' ? t('course.continueEyebrow') : t('course.start')}
          title={next.title}
          label={next.kind === 'continue' ? t('course.continue') : t('course.startLabel')}
          lang={next.lang}
          dir={next.dir}
        />
      )}
      {course.open.length > 0 && (
        <section>
          <Heading level={2}>{t('course.openTitle')}</Heading>
          <p className="utrecht-paragraph">{t('course.openText')}</p>
          <ul className="utrecht-unordered-list">
            {course.open.map((lesson) => (
              <li key={lesson.id} className="utrecht-unordered-list__item">
                <Link href={lesson.href} lang={lesson.lang} dir={lesson.dir}>
                  {lesson.title}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      <TextBlock lang={lang} dir={dir} html={course.html} />
      <Heading level={2}>{t(course.kind === 'course' ? 'course.lessonsTitle' : 'course.chaptersTitle')}</Heading>
      <LessonList modules={lessons} headingLevel={3} />
      <p className="utrecht-paragraph">
        <Link href={`/${language}/courses/${course.id}/print`}>{t('course.print')}</Link>
      </p>
      {course.mayLeaveTestsOut && (
        <section>
          <Heading level={2}>{t('course.withoutTests')}</Heading>
          <p className="utrecht-paragraph">{t('course.withoutTestsText')}</p>
          <PostForm inline>
            <Button look="secondary" name="withoutTests" value="on">
              {t('course.withoutTestsOn')}
            </Button>
          </PostForm>
        </section>
      )}
    </>
  )
}
