import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { DraftLine } from '~/components/patterns/DraftLine'
import { FallbackLine } from '~/components/patterns/FallbackLine'
import { LessonHeader } from '~/components/patterns/LessonHeader'
import { Listen } from '~/components/patterns/Listen'
import { NextStep } from '~/components/patterns/NextStep'
import { PrintButton } from '~/components/patterns/PrintButton'
import { Button } from '~/components/primitives/Button'
import { listLessons } from '~/content/lessons'
import { getText } from '~/content/read'
import { choiceIsValid, findQuestion, noteAnswer } from '~/domain/courses/answer-question.server'
import { finishLesson } from '~/domain/courses/finish-lesson.server'
import { openLesson } from '~/domain/courses/learning.server'
import { getReflections, keepReflection } from '~/domain/courses/reflections.server'
import { answerForm, reflectForm } from '~/domain/courses/schema'
import { notFound, requireAccount, requireLanguage } from '~/http/context.server'
import { blockLanguage, courseTitle, lessonTitle } from '~/http/course-titles.server'
import { learnerOf, requireLesson } from '~/http/course.server'
import { formFault, parseForm, readForm } from '~/http/forms.server'
import { useFrame } from '~/http/frame'
import { LessonBlocks, type LessonAnswer } from '~/http/lesson-blocks'
import { listenScript } from '~/http/listen-script'
import { pageTitle } from '~/http/page'
import { PostForm } from '~/http/post-form'
import { sharedData } from '~/http/shared-page.server'
import { recordingOf } from '~/http/lesson-recording.server'
import { textLines } from '~/http/text-lines.server'

export { pageHeaders as headers } from '~/http/page-headers'
export const meta: MetaFunction<typeof loader> = ({ params, data: lesson }) => pageTitle(params, 'lesson', { number: lesson?.number ?? '' })

export async function loader({ params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params)
  const { course, lesson } = requireLesson(params)
  const { text, language: shown } = getText(lesson, language)
  const learner = learnerOf(context)
  const standing = learner && (await openLesson(learner, course, lesson, language))
  const reflections = learner ? await getReflections(learner, course.id, lesson) : new Map<string, string>()
  const { title: courseName, modules, lang, dir } = courseTitle(course, language)
  const lessons = listLessons(course)
  const next = lessons[lessons.indexOf(lesson) + 1]
  return sharedData(context, {
    course: { id: course.id, kind: course.kind, title: courseName, lang, dir },
    module: modules[lesson.moduleId] ?? '',
    id: lesson.id,
    number: lesson.number,
    minutes: lesson.minutes,
    title: text.title,
    blocks: text.blocks,
    ...blockLanguage(shown),
    lines: textLines(lesson.texts, language),
    recording: recordingOf(lesson, shown, language),
    asks: standing?.asks ?? course.test,
    keeps: learner?.keepReflections ?? false,
    reflections: Object.fromEntries(reflections),
    // Only courses are finished; a handbook is looked things up in.
    finish: standing && course.kind === 'course' ? { done: standing.finished } : null,
    next: next ? { href: `/${language}/courses/${course.id}/${next.id}`, ...lessonTitle(next, language) } : null,
  })
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const intent = (await readForm(request.clone())).get('intent')
  if (intent === 'answer') return answer({ request, params, context })
  if (intent === 'reflect') return reflect({ request, params, context })
  if (intent === 'finish') return finish({ request, params, context })
  throw notFound()
}

/** What was done with the request that this page answers. */
interface Done {
  answer?: LessonAnswer
  reflected?: string
}

type Args = Pick<ActionFunctionArgs, 'request' | 'params' | 'context'>

/** Answering needs no account: nothing is stored for an anonymous reader, she gets the explanation. */
async function answer({ request, params, context }: Args) {
  const language = requireLanguage(params)
  const { course, lesson } = requireLesson(params)
  const form = await parseForm(request, answerForm, ['choice'])
  if (!form.ok) return formFault(form)
  const question = findQuestion(lesson, language, form.data.question)
  if (!question) throw notFound()
  const choice = question.form === 'order' ? form.data.order : form.data.choice
  const given: LessonAnswer = { question: question.id, choice, valid: choiceIsValid(question, choice) }
  if (!given.valid) return data({ answer: given }, { status: 422 })
  const learner = learnerOf(context)
  if (learner) await noteAnswer(learner.id, course.id, lesson, question.id, language)
  return { answer: given }
}

async function reflect({ request, params, context }: Args) {
  const language = requireLanguage(params)
  const account = requireAccount(context, { request, language })
  const { course, lesson } = requireLesson(params)
  const form = await parseForm(request, reflectForm)
  if (!form.ok) return formFault(form)
  if (!(await keepReflection(account, course.id, lesson, form.data.reflection, form.data.text))) throw notFound()
  return { reflected: form.data.reflection }
}

async function finish({ request, params, context }: Args) {
  const language = requireLanguage(params)
  const account = requireAccount(context, { request, language })
  const { course, lesson } = requireLesson(params)
  if (course.kind !== 'course') throw notFound()
  const { standing, next } = await finishLesson(account, course, lesson, language)
  const place =
    standing.complete && course.certificate ? `learn/${course.id}/certificate` : `courses/${course.id}${next ? `/${next.id}` : ''}`
  return new Response(null, { status: 303, headers: { Location: `/${language}/${place}` } })
}

export default function LessonPage() {
  const lesson = useLoaderData<typeof loader>()
  const done = useActionData<Done>()
  const { t } = useTranslation('courses')
  const { language } = useFrame()
  const { lang, dir, next, course } = lesson
  const courseHref = `/${language}/courses/${course.id}`
  return (
    <article>
      <LessonHeader
        title={lesson.title}
        module={lesson.module}
        number={lesson.number}
        minutes={lesson.minutes}
        course={{ href: courseHref, title: course.title, lang: course.lang, dir: course.dir }}
        lang={lang}
        dir={dir}
      />
      {lesson.lines.fallback && <FallbackLine language={language} shown={lang} />}
      {lesson.lines.state && <DraftLine state={lesson.lines.state} sourceHref={`/nl/courses/${course.id}/${lesson.id}`} />}
      <Listen recording={lesson.recording} lang={lang} />
      <LessonBlocks
        blocks={lesson.blocks}
        lang={lang}
        dir={dir}
        asks={lesson.asks}
        keeps={lesson.keeps}
        reflections={lesson.reflections}
        answer={done?.answer ?? null}
        reflected={done?.reflected ?? null}
      />
      {lesson.finish ? (
        <PostForm>
          <input type="hidden" name="intent" value="finish" />
          {lesson.finish.done && <p className="lk-line">{t('lesson.finished')}</p>}
          <Button>{next ? t('lesson.finish') : t('lesson.finishLast')}</Button>
        </PostForm>
      ) : next ? (
        <NextStep href={next.href} title={next.title} lang={next.lang} dir={next.dir} />
      ) : (
        <NextStep
          href={courseHref}
          eyebrow={t('lesson.lastTitle')}
          title={course.title}
          label={t('lesson.backToCourse')}
          lang={course.lang}
          dir={course.dir}
        />
      )}
      <PrintButton />
      {!lesson.recording && <script type="module" src={listenScript} {...{ fetchpriority: 'low' }} />}
    </article>
  )
}
