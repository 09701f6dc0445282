import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '~/components/patterns/EmptyState'
import { Heading } from '~/components/primitives/Heading'
import { Link } from '~/components/primitives/Link'
import { LinkButton } from '~/components/primitives/LinkButton'
import { Table } from '~/components/primitives/Table'
import { UserText } from '~/components/primitives/UserText'
import { mayCoordinate } from '~/domain/accounts/policy'
import { listCohorts } from '~/domain/cohorts/cohorts.server'
import { stageOf } from '~/domain/cohorts/stage'
import { requireAccount, requireLanguage } from '~/http/context.server'
import { courseTitleById } from '~/http/course-titles-by-id.server'
import { useFrame } from '~/http/frame'
import { privatePageTitle } from '~/http/page'
import { formatDate, formatNumber, today } from '~/i18n/formats'
import { CoordinateNav } from './CoordinateNav'

export { managementStyles as links } from '~/http/management-styles'
export const meta: MetaFunction = ({ params }) => privatePageTitle(params, 'cohorts')

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params)
  const person = requireAccount(context, { request, language, may: mayCoordinate })
  const cohorts = await listCohorts(person)
  return {
    cohorts: cohorts.map(({ id, name, courseId, startsOn, endsOn, practiceEndsOn, closedAt, organisation, _count }) => ({
      id,
      name,
      organisation: organisation.name,
      course: courseTitleById(courseId, language),
      startsOn,
      endsOn,
      stage: stageOf({ startsOn, endsOn, practiceEndsOn, closedAt }, today()),
      members: _count.memberships,
    })),
  }
}

export default function Cohorts() {
  const { cohorts } = useLoaderData<typeof loader>()
  const { t } = useTranslation('coordinate')
  const { language } = useFrame()
  const button = <LinkButton href={`/${language}/coordinate/cohorts/new`}>{t('cohorts.new')}</LinkButton>
  if (cohorts.length === 0) {
    return (
      <>
        <CoordinateNav current="cohorts" />
        <Heading level={1}>{t('cohorts.title')}</Heading>
        <EmptyState title={t('cohorts.empty')}>
          <p className="utrecht-paragraph">{t('cohorts.emptyText')}</p>
          {button}
        </EmptyState>
      </>
    )
  }
  return (
    <>
      <CoordinateNav current="cohorts" />
      <Heading level={1}>{t('cohorts.title')}</Heading>
      <p className="utrecht-paragraph utrecht-paragraph--lead">{t('cohorts.intro')}</p>
      <div className="lk-actions">{button}</div>
      <Table
        caption={t('cohorts.caption')}
        columns={[
          { key: 'name', header: t('cohorts.name') },
          { key: 'stage', header: t('cohort.stage') },
          { key: 'organisation', header: t('cohorts.organisation') },
          { key: 'course', header: t('cohorts.course') },
          { key: 'dates', header: t('cohorts.dates') },
          { key: 'members', header: t('cohorts.members'), number: true },
        ]}
        rows={cohorts.map(({ id, name, organisation, course, startsOn, endsOn, stage, members }) => ({
          id,
          cells: {
            name: (
              <Link href={`/${language}/coordinate/cohorts/${id}`}>
                <UserText>{name}</UserText>
              </Link>
            ),
            stage: t(`stage.${stage}`),
            organisation: <UserText>{organisation}</UserText>,
            course: (
              <span lang={course.lang} dir={course.dir}>
                {course.title}
              </span>
            ),
            dates: t('cohorts.period', { from: formatDate(language, startsOn), until: formatDate(language, endsOn) }),
            members: formatNumber(language, members),
          },
        }))}
      />
    </>
  )
}
