import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { NextStep } from '~/components/patterns/NextStep'
import { Badge } from '~/components/primitives/Badge'
import { DataList } from '~/components/primitives/DataList'
import { LinkButton } from '~/components/primitives/LinkButton'
import { UserText } from '~/components/primitives/UserText'
import { countCertificatesIn, listCohortTrainers, listMembersWithProgress } from '~/domain/cohorts/cohorts.server'
import { listInvitationsTo } from '~/domain/cohorts/invite-members.server'
import { listMeetings } from '~/domain/cohorts/meetings.server'
import { nextThing, stageOf } from '~/domain/cohorts/stage'
import { cohortHead, requireCohort } from '~/http/cohort.server'
import { courseTitleById } from '~/http/course-titles-by-id.server'
import { useFrame } from '~/http/frame'
import { privatePageTitle } from '~/http/page'
import { languageOf } from '~/http/signed-in.server'
import { formatDate, formatNumber, today } from '~/i18n/formats'
import { directionOf, languageNames } from '~/i18n/languages'
import { CohortHead } from './CohortHead'
import { Done } from './Done'
import { EvaluationsLink } from './EvaluationsLink'

export { managementStyles as links } from '~/http/management-styles'
export const meta: MetaFunction = ({ params }) => privatePageTitle(params, 'cohort')

export async function loader(asked: LoaderFunctionArgs) {
  const { language, cohort } = await requireCohort(asked)
  const [members, certificates, invitations, meetings, trainers] = await Promise.all([
    listMembersWithProgress(cohort),
    countCertificatesIn(cohort.id),
    listInvitationsTo(cohort),
    listMeetings(cohort),
    listCohortTrainers(cohort.id),
  ])
  const day = today()
  const stage = stageOf(cohort, day)
  const here = members.filter((member) => member.leftOn === null)
  const nudges = here.filter((member) => member.nudge !== null).length
  const comingMeetings = meetings.filter((meeting) => meeting.date >= day).length
  const { startsOn, endsOn, practiceEndsOn, targetSize, withoutTests, organisation } = cohort
  return {
    head: cohortHead(cohort),
    cohort: { startsOn, endsOn, practiceEndsOn, targetSize, withoutTests, organisation: organisation.name },
    language: languageOf(cohort, language),
    course: courseTitleById(cohort.courseId, language),
    trainers: trainers.map(({ userName }) => userName),
    stage,
    members: here.length,
    certificates,
    invitations: invitations.length,
    meetings: meetings.length,
    nudges,
    next: nextThing(stage, { members: here.length, invitations: invitations.length, nudges, comingMeetings }),
  }
}

const places = { invite: 'invitations', nudge: 'members', planMeeting: 'meetings/new', practice: 'practice', close: 'close' } as const

export default function Cohort() {
  const { head, cohort, course, stage, next, nudges, ...known } = useLoaderData<typeof loader>()
  const { t } = useTranslation('coordinate')
  const { language } = useFrame()
  const base = `/${language}/coordinate/cohorts/${head.id}`
  const number = (value: number) => formatNumber(language, value)
  const period = (from: string, until: string) =>
    t('cohorts.period', { from: formatDate(language, from), until: formatDate(language, until) })
  return (
    <>
      <CohortHead cohort={head} title={null} />
      <Done
        words={{ created: t('cohort.created'), saved: t('cohort.saved'), closed: t('cohort.closed'), reopened: t('cohort.reopened') }}
      />
      <DataList
        items={[
          {
            key: 'stage',
            term: t('cohort.stage'),
            value: <Badge look={stage === 'ended' ? 'warm' : 'action'}>{t(`stage.${stage}`)}</Badge>,
          },
          {
            key: 'members',
            term: t('cohort.membersTitle'),
            value: cohort.targetSize
              ? t('cohort.progressValue', { finished: number(known.members), total: number(cohort.targetSize) })
              : number(known.members),
          },
          { key: 'invitations', term: t('cohort.openInvitations'), value: number(known.invitations) },
          { key: 'certificates', term: t('cohort.certificates'), value: number(known.certificates) },
          { key: 'meetings', term: t('pages.meetings'), value: number(known.meetings) },
        ]}
      />
      {next && (
        <NextStep
          href={`${base}/${places[next]}`}
          title={next === 'nudge' ? t('todo.nudge', { number: number(nudges) }) : t(`todo.${next}`)}
        />
      )}
      <DataList
        items={[
          { key: 'organisation', term: t('cohort.organisation'), value: <bdi>{cohort.organisation}</bdi> },
          {
            key: 'course',
            term: t('cohort.course'),
            value: (
              <span lang={course.lang} dir={course.dir}>
                {course.title}
              </span>
            ),
          },
          {
            key: 'language',
            term: t('cohort.language'),
            value: (
              <span lang={known.language} dir={directionOf(known.language)}>
                {languageNames[known.language]}
              </span>
            ),
          },
          { key: 'dates', term: t('cohort.dates'), value: period(cohort.startsOn, cohort.endsOn) },
          { key: 'practice', term: t('cohort.practicePeriod'), value: period(cohort.endsOn, cohort.practiceEndsOn) },
          {
            key: 'trainers',
            term: t('cohort.trainers'),
            value: known.trainers.length === 0 ? t('cohort.noTrainers') : <Names names={known.trainers} />,
          },
          { key: 'withoutTests', term: t('cohort.withoutTests'), value: cohort.withoutTests ? t('cohort.noTests') : t('cohort.withTests') },
        ]}
      />
      <div className="lk-actions">
        {!head.closed && (
          <LinkButton href={`${base}/edit`} look="secondary">
            {t('cohort.edit')}
          </LinkButton>
        )}
        <LinkButton href={`${base}/close`} look="secondary">
          {head.closed ? t('cohort.toFigures') : t('cohort.close')}
        </LinkButton>
        <EvaluationsLink kind="cohort" id={head.id} />
      </div>
    </>
  )
}

function Names({ names }: { names: string[] }) {
  return (
    <>
      {names.map((name, place) => (
        <span key={name}>
          {place > 0 && ' · '}
          <UserText>{name}</UserText>
        </span>
      ))}
    </>
  )
}
