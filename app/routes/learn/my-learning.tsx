import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '~/components/patterns/EmptyState'
import { NextStep } from '~/components/patterns/NextStep'
import { Heading } from '~/components/primitives/Heading'
import { Link } from '~/components/primitives/Link'
import { LinkButton } from '~/components/primitives/LinkButton'
import { Progress } from '~/components/primitives/Progress'
import { findLesson } from '~/content/lessons'
import { listCertificates } from '~/domain/courses/certificates.server'
import { listOwnPractice } from '~/domain/cohorts/practice.server'
import { listLearning } from '~/domain/courses/learning.server'
import { requireAccount, requireLanguage } from '~/http/context.server'
import { courseTitle, lessonTitle } from '~/http/course-titles.server'
import { useFrame } from '~/http/frame'
import { privatePageTitle } from '~/http/page'
import { languageOf } from '~/http/signed-in.server'
import { formatDate, today } from '~/i18n/formats'

export const meta: MetaFunction = ({ params }) => privatePageTitle(params, 'learn')

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params)
  const account = requireAccount(context, { request, language })
  const [learning, certificates, practice] = await Promise.all([
    listLearning(account),
    listCertificates(account.id),
    listOwnPractice(account.id, today()),
  ])
  return {
    practises: practice.length > 0,
    courses: learning.map(({ course, learning: own }) => {
      const lesson = own.nextLessonId ? findLesson(course, own.nextLessonId) : null
      const continueIn = languageOf({ language: own.language ?? language }, language)
      const certified = certificates.some((certificate) => certificate.courseId === course.id)
      return {
        id: course.id,
        ...courseTitle(course, language),
        done: own.standing.finished,
        total: own.standing.total,
        open: own.nextLessonId === null && !own.standing.complete,
        certificate: own.standing.complete && course.certificate !== null && !certified,
        next: lesson && { href: `/${continueIn}/courses/${course.id}/${lesson.id}`, ...lessonTitle(lesson, continueIn) },
      }
    }),
    certificates: certificates.map(({ code, issuedOn }) => ({ code, issuedOn })),
  }
}

export default function MyLearning() {
  const { courses, certificates, practises } = useLoaderData<typeof loader>()
  const { t } = useTranslation('courses')
  const { language } = useFrame()
  return (
    <>
      <Heading level={1}>{t('learn.title')}</Heading>
      {courses.length === 0 && (
        <EmptyState drawing="book" title={t('learn.empty')}>
          <p className="utrecht-paragraph">{t('learn.emptyText')}</p>
          <LinkButton href={`/${language}/courses`}>{t('learn.toCatalogue')}</LinkButton>
        </EmptyState>
      )}
      {courses.map((course) => (
        <section key={course.id} className="lk-entry">
          <Heading level={2} lang={course.lang} dir={course.dir}>
            {course.title}
          </Heading>
          <Progress done={course.done} total={course.total} />
          {course.certificate && (
            <NextStep
              href={`/${language}/learn/${course.id}/certificate`}
              eyebrow={t('course.certificateEyebrow')}
              title={t('course.certificateTitle')}
              label={t('course.certificateButton')}
            />
          )}
          {course.open && (
            <NextStep
              href={`/${language}/courses/${course.id}`}
              eyebrow={t('course.continueEyebrow')}
              title={t('course.openTitle')}
              label={t('course.continue')}
            />
          )}
          {course.next && (
            <NextStep
              href={course.next.href}
              eyebrow={t('course.continueEyebrow')}
              title={course.next.title}
              label={t('course.continue')}
              lang={course.next.lang}
              dir={course.next.dir}
            />
          )}
          <p className="utrecht-paragraph">
            <Link href={`/${language}/courses/${course.id}`}>{t('learn.overview')}</Link>
          </p>
        </section>
      ))}
      {practises && (
        <p className="utrecht-paragraph">
          <Link href={`/${language}/learn/practice`}>{t('learn.toPractice')}</Link>
        </p>
      )}
      {certificates.length > 0 && (
        <section>
          <Heading level={2}>{t('learn.certificatesTitle')}</Heading>
          <ul className="utrecht-unordered-list">
            {certificates.map(({ code, issuedOn }) => (
              <li key={code} className="utrecht-unordered-list__item">
                <Link href={`/${language}/certificates/${code}`}>{t('learn.certificate', { date: formatDate(language, issuedOn) })}</Link>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
