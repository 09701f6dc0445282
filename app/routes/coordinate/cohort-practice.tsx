import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Badge } from '~/components/primitives/Badge'
import { Notice } from '~/components/primitives/Notice'
import { Table } from '~/components/primitives/Table'
import { listPractice } from '~/domain/cohorts/practice.server'
import { cohortHead, requireCohort } from '~/http/cohort.server'
import { useFrame } from '~/http/frame'
import { privatePageTitle } from '~/http/page'
import { formatDate, formatNumber, today } from '~/i18n/formats'
import { CohortHead } from './CohortHead'
import { MemberName } from './MemberTable'

export { managementStyles as links } from '~/http/management-styles'
export const meta: MetaFunction = ({ params }) => privatePageTitle(params, 'practice')

export async function loader(asked: LoaderFunctionArgs) {
  const { person, cohort } = await requireCohort(asked)
  const { endsOn, practiceEndsOn } = cohort
  const day = today()
  return { head: cohortHead(cohort), endsOn, practiceEndsOn, begun: endsOn <= day, members: await listPractice(person, cohort, day) }
}

export default function CohortPractice() {
  const { head, endsOn, practiceEndsOn, begun, members } = useLoaderData<typeof loader>()
  const { t } = useTranslation('coordinate')
  const { language } = useFrame()
  const number = (value: number) => formatNumber(language, value)
  return (
    <>
      <CohortHead cohort={head} title={t('cohort.practicePeriod')} />
      <p className="utrecht-paragraph utrecht-paragraph--lead">
        {t('cohorts.period', { from: formatDate(language, endsOn), until: formatDate(language, practiceEndsOn) })}
      </p>
      <p className="utrecht-paragraph">{t('practice.rule')}</p>
      {!begun && (
        <Notice kind="info">
          <p className="utrecht-paragraph">{t('practice.begins', { date: formatDate(language, endsOn) })}</p>
        </Notice>
      )}
      {members.length === 0 ? (
        <p className="utrecht-paragraph">{t('cohort.noMembers')}</p>
      ) : (
        <>
          <Table
            caption={t('practice.caption')}
            columns={[
              { key: 'member', header: t('cohort.member') },
              { key: 'due', header: t('practice.due') },
              { key: 'months', header: t('practice.months') },
              { key: 'visits', header: t('practice.visits'), number: true },
              { key: 'peerConsultations', header: t('practice.peerConsultations'), number: true },
              { key: 'reflections', header: t('practice.reflections'), number: true },
              { key: 'sessions', header: t('practice.sessions'), number: true },
            ]}
            rows={members.map((member) => ({
              id: member.id,
              cells: {
                member: <MemberName href={`/${language}/coordinate/cohorts/${head.id}/practice/${member.accountId}`} {...member} />,
                due: <Due {...member} />,
                months: (
                  <span className="lk-nowrap">
                    {t('cohort.progressValue', { finished: number(member.done), total: number(member.total) })}
                  </span>
                ),
                visits: number(member.visits),
                peerConsultations: number(member.peerConsultations),
                reflections: number(member.reflections),
                sessions: number(member.sessionsHeld),
              },
            }))}
          />
          <p className="lk-small lk-soft">{t('practice.sessionsHelp')}</p>
        </>
      )}
    </>
  )
}

function Due({ due, late }: { due: boolean; late: number }) {
  const { t } = useTranslation('coordinate')
  const { language } = useFrame()
  if (late > 0) return <Badge look="warm">{t('practice.lateMonths', { number: formatNumber(language, late) })}</Badge>
  return <>{due ? t('practice.dueNow') : t('practice.nothingDue')}</>
}
