import { useTranslation } from 'react-i18next'
import { Badge } from '~/components/primitives/Badge'
import { Link } from '~/components/primitives/Link'
import { Table } from '~/components/primitives/Table'
import { UserText } from '~/components/primitives/UserText'
import { useFrame } from '~/http/frame'
import { formatDate, formatNumber } from '~/i18n/formats'

export interface ListedMember {
  /** Of the membership: it stays when the account goes. */
  id: string
  accountId: string | null
  userName: string | null
  background: 'pool' | 'volunteer' | 'employee'
  leftOn: string | null
  lastSeenOn: string | null
  active: boolean
  finished: number
  total: number
  certified: boolean
  nudge: 'neverBegan' | 'stalled' | null
}

/** The members of a cohort, how far they are and who needs a nudge. */
export function MemberTable({ cohort, members }: { cohort: string; members: ListedMember[] }) {
  const { t } = useTranslation('coordinate')
  const { language } = useFrame()
  if (members.length === 0) return <p className="utrecht-paragraph">{t('cohort.noMembers')}</p>
  return (
    <Table
      caption={t('cohort.membersCaption', { count: members.length })}
      columns={[
        { key: 'member', header: t('cohort.member') },
        { key: 'nudge', header: t('members.nudge') },
        { key: 'progress', header: t('cohort.progress') },
        { key: 'certificate', header: t('cohort.certificate') },
        { key: 'background', header: t('cohort.background') },
        { key: 'lastSeen', header: t('cohort.lastSeen') },
      ]}
      rows={members.map((member) => ({
        id: member.id,
        cells: {
          member: (
            <>
              <MemberName href={`/${language}/coordinate/cohorts/${cohort}/members/${member.accountId}`} {...member} />
              {member.accountId && !member.active && (
                <>
                  {' '}
                  <Badge look="warm">{t('cohort.blocked')}</Badge>
                </>
              )}
              {member.leftOn && (
                <span className="lk-soft lk-small"> {t('members.left', { date: formatDate(language, member.leftOn) })}</span>
              )}
            </>
          ),
          nudge: member.nudge ? <Badge look="warm">{t(`members.${member.nudge}`)}</Badge> : '–',
          background: t(`background.${member.background}`),
          progress: (
            <span className="lk-nowrap">
              {t('cohort.progressValue', {
                finished: formatNumber(language, member.finished),
                total: formatNumber(language, member.total),
              })}
            </span>
          ),
          lastSeen: <span className="lk-nowrap">{member.lastSeenOn ? formatDate(language, member.lastSeenOn) : '–'}</span>,
          certificate: member.certified ? t('cohort.yes') : t('cohort.notYet'),
        },
      }))}
    />
  )
}

/** A member by user name, with a link to a page about her; of an account that was deleted nothing is left. */
export function MemberName({ accountId, userName, href }: { accountId: string | null; userName: string | null; href: string }) {
  const { t } = useTranslation('coordinate')
  if (accountId === null || userName === null) return <span className="lk-soft">{t('cohort.accountRemoved')}</span>
  return (
    <Link href={href}>
      <UserText>{userName}</UserText>
    </Link>
  )
}
