import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Notice } from '~/components/primitives/Notice'
import { listMembersWithProgress, noteLookAtMembers } from '~/domain/cohorts/cohorts.server'
import { cohortHead, requireCohort } from '~/http/cohort.server'
import { useFrame } from '~/http/frame'
import { privatePageTitle } from '~/http/page'
import { formatNumber } from '~/i18n/formats'
import { CohortHead } from './CohortHead'
import { MemberTable } from './MemberTable'

export { managementStyles as links } from '~/http/management-styles'
export const meta: MetaFunction = ({ params }) => privatePageTitle(params, 'cohortMembers')

export async function loader(asked: LoaderFunctionArgs) {
  const { person, cohort } = await requireCohort(asked)
  const members = await listMembersWithProgress(cohort)
  await noteLookAtMembers(person, cohort)
  return { head: cohortHead(cohort), members }
}

export default function CohortMembers() {
  const { head, members } = useLoaderData<typeof loader>()
  const { t } = useTranslation('coordinate')
  const { language } = useFrame()
  const nudges = members.filter((member) => member.nudge !== null).length
  return (
    <>
      <CohortHead cohort={head} title={t('pages.members')} />
      {nudges > 0 && (
        <Notice kind="info" title={t('todo.nudge', { number: formatNumber(language, nudges) })}>
          <p className="utrecht-paragraph">{t('members.rule')}</p>
        </Notice>
      )}
      <MemberTable cohort={head.id} members={members} />
    </>
  )
}
