import { useTranslation } from 'react-i18next'
import { Code } from '~/components/primitives/Code'
import { Table } from '~/components/primitives/Table'
import { useFrame } from '~/http/frame'

export interface ListedInvitation {
  id: string
  /** In readable groups. */
  code: string
  background: 'pool' | 'volunteer' | 'employee' | null
  /** In words. */
  until: string
}

/** Invitations of a cohort that still work. Shows nothing when there are none. */
export function InvitationTable({ invitations }: { invitations: ListedInvitation[] }) {
  const { t } = useTranslation('coordinate')
  const { language } = useFrame()
  if (invitations.length === 0) return null
  return (
    <Table
      caption={t('cohort.invitationsCaption', { count: invitations.length })}
      columns={[
        { key: 'code', header: t('cohort.code') },
        { key: 'show', header: t('invitation.title') },
        { key: 'forWhom', header: t('cohort.forWhom') },
        { key: 'until', header: t('cohort.until') },
      ]}
      rows={invitations.map(({ id, code, background, until }) => ({
        id,
        cells: {
          code: (
            <span className="lk-nowrap">
              <Code>{code}</Code>
            </span>
          ),
          forWhom: t(`background.${background ?? 'volunteer'}`),
          until: <span className="lk-nowrap">{until}</span>,
          show: (
            <a
              className="utrecht-link utrecht-link--html-a"
              href={`/${language}/coordinate/invitations/${id}`}
              aria-label={t('cohort.showLabel', { code })}
            >
              {t('cohort.show')}
            </a>
          ),
        },
      }))}
    />
  )
}
