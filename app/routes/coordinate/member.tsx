import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { BackLink } from '~/components/patterns/BackLink'
import { NamedTitle } from '~/components/patterns/NamedTitle'
import { OneTimeCode } from '~/components/patterns/OneTimeCode'
import { Button } from '~/components/primitives/Button'
import { DataList } from '~/components/primitives/DataList'
import { Heading } from '~/components/primitives/Heading'
import { Notice } from '~/components/primitives/Notice'
import { Table } from '~/components/primitives/Table'
import { mayCoordinate } from '~/domain/accounts/policy'
import { findCohort, findMember } from '~/domain/cohorts/cohorts.server'
import { issueCodeToMember, mayIssueCode } from '~/domain/cohorts/issue-code.server'
import { getMemberProgress } from '~/domain/cohorts/member-progress.server'
import { notFound, requireAccount, requireLanguage } from '~/http/context.server'
import { courseTitleById } from '~/http/course-titles-by-id.server'
import { lessonTitle } from '~/http/course-titles.server'
import { useFrame } from '~/http/frame'
import { requireId } from '~/http/ids.server'
import { shownCode } from '~/http/one-time-code.server'
import { privatePageTitle } from '~/http/page'
import { PostForm } from '~/http/post-form'
import { formatDate } from '~/i18n/formats'

export { pageHeaders as headers } from '~/http/page-headers'
export { managementStyles as links } from '~/http/management-styles'
export const meta: MetaFunction = ({ params }) => privatePageTitle(params, 'member')

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params)
  const person = requireAccount(context, { request, language, may: mayCoordinate })
  const cohort = await findCohort(person, requireId(params.cohort))
  const member = cohort && (await findMember(person, cohort.id, requireId(params.member)))
  if (!member) throw notFound()
  const { id, userName, lastSeenOn, deactivatedAt } = member.account
  const [progress, mayIssue] = await Promise.all([getMemberProgress(cohort, id), mayIssueCode(person, cohort, id)])
  return {
    cohort: { id: cohort.id, name: cohort.name },
    course: courseTitleById(cohort.courseId, language),
    userName,
    background: member.background,
    joined: formatDate(language, member.joinedAt),
    lastSeenOn,
    certifiedOn: progress.certifiedOn,
    lessons: progress.lessons.map(({ lesson, finished }) => ({
      id: lesson.id,
      number: lesson.number,
      ...lessonTitle(lesson, language),
      finished,
    })),
    code: deactivatedAt ? 'blocked' : id === person.id ? 'self' : mayIssue ? 'may' : 'notYou',
  } as const
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const language = requireLanguage(params)
  const person = requireAccount(context, { request, language, may: mayCoordinate })
  const cohort = await findCohort(person, requireId(params.cohort))
  const issued = cohort ? await issueCodeToMember(person, cohort, requireId(params.member)) : 'unknown'
  if (issued === 'unknown') throw notFound()
  if (issued === 'refused') throw new Response(null, { status: 403 })
  // Shown in the reply and nowhere else: an address that shows a code could be opened again.
  return data({ issued: shownCode(issued, language) }, { headers: { 'Cache-Control': 'no-store' } })
}

export default function Member() {
  const member = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslation('coordinate')
  const { language } = useFrame()
  const { cohort, course, lessons, certifiedOn, code } = member
  const finished = lessons.filter((lesson) => lesson.finished).length
  return (
    <>
      <BackLink href={`/${language}/coordinate/cohorts/${cohort.id}`}>{t('member.back')}</BackLink>
      <NamedTitle kind={t('member.eyebrow')} name={member.userName} />
      {answer && <OneTimeCode {...answer.issued} />}
      <DataList
        items={[
          { key: 'cohort', term: t('member.cohort'), value: <bdi>{cohort.name}</bdi> },
          { key: 'background', term: t('member.background'), value: t(`background.${member.background}`) },
          { key: 'joined', term: t('member.joined'), value: member.joined },
          { key: 'lastSeen', term: t('member.lastSeen'), value: formatDate(language, member.lastSeenOn) },
          { key: 'progress', term: t('cohort.progress'), value: t('cohort.progressValue', { finished, total: lessons.length }) },
          {
            key: 'certificate',
            term: t('member.certificate'),
            value: certifiedOn ? t('member.certificateOn', { date: formatDate(language, certifiedOn) }) : t('member.notYet'),
          },
        ]}
      />
      {!answer && (
        <>
          <Heading level={2}>{t('member.codeTitle')}</Heading>
          {code === 'may' ? (
            <>
              <p className="utrecht-paragraph">{t('member.codeIntro')}</p>
              <p className="utrecht-paragraph">{t('member.codeWarning')}</p>
              <PostForm>
                <Button look="secondary">{t('member.codeButton')}</Button>
              </PostForm>
            </>
          ) : (
            <p className="utrecht-paragraph">{t(refusals[code])}</p>
          )}
        </>
      )}
      <Heading level={2}>{t('member.lessonsTitle')}</Heading>
      <Notice kind="info">
        <p className="utrecht-paragraph">{t('member.privacy')}</p>
      </Notice>
      <Table
        caption={
          <span lang={course.lang} dir={course.dir}>
            {course.title}
          </span>
        }
        rowHeader="lesson"
        columns={[
          { key: 'lesson', header: t('member.lesson') },
          { key: 'state', header: t('member.state') },
        ]}
        rows={lessons.map(({ id, number, title, lang, dir, finished: done }) => ({
          id,
          cells: {
            lesson: (
              <>
                <span dir="ltr">{number}</span>{' '}
                <bdi lang={lang} dir={dir}>
                  {title}
                </bdi>
              </>
            ),
            state: done ? t('member.done') : <span className="lk-soft lk-nowrap">{t('member.open')}</span>,
          },
        }))}
      />
    </>
  )
}

const refusals = { blocked: 'member.blocked', self: 'member.codeSelf', notYou: 'member.codeNotYou' } as const
