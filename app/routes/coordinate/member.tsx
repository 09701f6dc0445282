import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { OneTimeCode } from '~/components/patterns/OneTimeCode'
import { Button } from '~/components/primitives/Button'
import { DataList } from '~/components/primitives/DataList'
import { Heading } from '~/components/primitives/Heading'
import { LinkButton } from '~/components/primitives/LinkButton'
import { Notice } from '~/components/primitives/Notice'
import { Table } from '~/components/primitives/Table'
import { mayCoordinate } from '~/domain/accounts/policy'
import { findCohort, findMember } from '~/domain/cohorts/cohorts.server'
import { issueCodeToMember, mayIssueCode } from '~/domain/cohorts/issue-code.server'
import { getAttendanceOf } from '~/domain/cohorts/meetings.server'
import { getMemberProgress } from '~/domain/cohorts/member-progress.server'
import { cohortHead } from '~/http/cohort.server'
import { notFound, requireAccount, requireLanguage } from '~/http/context.server'
import { courseTitleById } from '~/http/course-titles-by-id.server'
import { lessonTitle } from '~/http/course-titles.server'
import { useFrame } from '~/http/frame'
import { requireId } from '~/http/ids.server'
import { shownCode } from '~/http/one-time-code.server'
import { privatePageTitle } from '~/http/page'
import { PostForm } from '~/http/post-form'
import { formatDate, formatNumber } from '~/i18n/formats'
import { CohortHead } from './CohortHead'
import { Done } from './Done'

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
  const [progress, attendance, mayIssue] = await Promise.all([
    getMemberProgress(cohort, id),
    getAttendanceOf(cohort, member.id),
    mayIssueCode(person, cohort, id),
  ])
  return {
    head: cohortHead(cohort),
    accountId: id,
    leftOn: member.leftOn,
    course: courseTitleById(cohort.courseId, language),
    userName,
    background: member.background,
    joined: formatDate(language, member.joinedAt),
    lastSeenOn,
    certifiedOn: progress.certifiedOn,
    attendance,
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
  const { head, course, lessons, certifiedOn, code } = member
  const base = `/${language}/coordinate/cohorts/${head.id}/members`
  const finished = lessons.filter((lesson) => lesson.finished).length
  return (
    <>
      <CohortHead cohort={head} title={member.userName} back={{ href: base, words: t('member.back') }} />
      <Done words={{ saved: t('member.saved') }} />
      {answer && <OneTimeCode {...answer.issued} />}
      <DataList
        items={[
          { key: 'background', term: t('member.background'), value: t(`background.${member.background}`) },
          { key: 'joined', term: t('member.joined'), value: member.joined },
          ...(member.leftOn ? [{ key: 'leftOn', term: t('member.leftOn'), value: formatDate(language, member.leftOn) }] : []),
          { key: 'lastSeen', term: t('member.lastSeen'), value: formatDate(language, member.lastSeenOn) },
          {
            key: 'progress',
            term: t('cohort.progress'),
            value: t('cohort.progressValue', { finished: formatNumber(language, finished), total: formatNumber(language, lessons.length) }),
          },
          {
            key: 'attendance',
            term: t('pages.meetings'),
            value: t('member.attendance', {
              present: formatNumber(language, member.attendance.present),
              noted: formatNumber(language, member.attendance.noted),
            }),
          },
          {
            key: 'certificate',
            term: t('member.certificate'),
            value: certifiedOn ? t('member.certificateOn', { date: formatDate(language, certifiedOn) }) : t('member.notYet'),
          },
        ]}
      />
      <div className="lk-actions">
        <LinkButton href={`/${language}/coordinate/cohorts/${head.id}/practice/${member.accountId}`} look="secondary">
          {t('practiceLog.title')}
        </LinkButton>
        {!head.closed && (
          <LinkButton href={`${base}/${member.accountId}/edit`} look="secondary">
            {t('member.edit')}
          </LinkButton>
        )}
      </div>
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
