import { useTranslation } from 'react-i18next'
import { Badge } from '~/components/primitives/Badge'
import { Link } from '~/components/primitives/Link'
import { Table } from '~/components/primitives/Table'
import { UserText } from '~/components/primitives/UserText'
import { useFrame } from '~/http/frame'
import { formatDate, formatNumber } from '~/i18n/formats'

export interface ListedMember {
  accountId: string
  userName: string
  background: 'pool' | 'volunteer' | 'employee'
  lastSeenOn: string
  active: boolean
  finished: number
  total: number
  certified: boolean
}

/** The members of a cohort and how far they are. */
export function MemberTable({ cohort, members }: { cohort: string; members: ListedMember[] }) {
  const { t } = useTranslation('coordinate')
  const { language } = useFrame()
  if (members.length === 0) return <p className="utrecht-paragraph">{t('cohort.noMembers')}</p>
  return (
    <Table
      caption={t('cohort.membersCaption', { count: members.length })}
      columns={[
        { key: 'member', header: t('cohort.member') },
        { key: 'background', header: t('cohort.background') },
        { key: 'progress', header: t('cohort.progress') },
        { key: 'lastSeen', header: t('cohort.lastSeen') },
        { key: 'certificate', header: t('cohort.certificate') },
      ]}
      rows={members.map(({ accountId, userName, background, lastSeenOn, active, finished, total, certified }) => ({
        id: accountId,
        cells: {
          member: (
            <>
              <Link href={`/${language}/coordinate/cohorts/${cohort}/members/${accountId}`}>
                <UserText>{userName}</UserText>
              </Link>{' '}
              {!active && <Badge look="warm">{t('cohort.blocked')}</Badge>}
            </>
          ),
          background: t(`background.${background}`),
          progress: (
            <span className="lk-nowrap">
              {t('cohort.progressValue', { finished: formatNumber(language, finished), total: formatNumber(language, total) })}
            </span>
          ),
          lastSeen: <span className="lk-nowrap">{formatDate(language, lastSeenOn)}</span>,
          certificate: certified ? t('cohort.yes') : t('cohort.notYet'),
        },
      }))}
    />
  )
}
