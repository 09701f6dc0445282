import { useTranslation } from 'react-i18next'
import { Badge } from '~/components/primitives/Badge'
import { Link } from '~/components/primitives/Link'
import { LinkButton } from '~/components/primitives/LinkButton'
import { Table } from '~/components/primitives/Table'
import { UserText } from '~/components/primitives/UserText'
import type { groupKinds } from '~/domain/groups/schema'
import { useFrame } from '~/http/frame'
import { formatDate, formatNumber } from '~/i18n/formats'

export interface ListedGroup {
  id: string
  name: string
  kind: (typeof groupKinds)[number]
  organisation: string
  municipality: string
  closedOn: string | null
  lastHeldOn: string | null
  sessionsHeld: number
  reached: number
}

interface GroupTableProps {
  groups: ListedGroup[]
  /** How many there are on all pages. */
  total: number
  coordinates: boolean
}

/** Groups as a table for who coordinates, and as a short list with one button each for who leads them on a phone. */
export function GroupTable({ groups, total, coordinates }: GroupTableProps) {
  const { t } = useTranslation('groups')
  const { language } = useFrame()
  const hrefOf = (id: string) => `/${language}/coordinate/groups/${id}`
  if (!coordinates) {
    return (
      <ul className="lk-cards">
        {groups.map(({ id, name, municipality, lastHeldOn, closedOn }) => (
          <li key={id}>
            <h2 className="utrecht-heading-3">
              <Link href={hrefOf(id)}>
                <UserText>{name}</UserText>
              </Link>
            </h2>
            <p className="utrecht-paragraph">
              <UserText>{municipality}</UserText>
              {' · '}
              {lastHeldOn ? t('list.lastHeldOn', { date: formatDate(language, lastHeldOn) }) : t('list.neverHeld')}
            </p>
            {closedOn ? (
              <Badge>{t('list.closed')}</Badge>
            ) : (
              <LinkButton href={`${hrefOf(id)}/sessions/new`} label={t('list.registerLabel', { name })}>
                {t('group.register')}
              </LinkButton>
            )}
          </li>
        ))}
      </ul>
    )
  }
  return (
    <Table
      caption={t('list.caption', { count: total })}
      columns={[
        { key: 'name', header: t('form.name') },
        { key: 'kind', header: t('form.kind') },
        { key: 'organisation', header: t('form.organisation') },
        { key: 'municipality', header: t('form.municipality') },
        { key: 'sessions', header: t('list.sessions'), number: true },
        { key: 'reached', header: t('list.reached'), number: true },
        { key: 'lastHeld', header: t('list.lastHeld') },
      ]}
      rows={groups.map(({ id, name, kind, organisation, municipality, closedOn, lastHeldOn, sessionsHeld, reached }) => ({
        id,
        cells: {
          name: (
            <>
              <Link href={hrefOf(id)}>
                <UserText>{name}</UserText>
              </Link>{' '}
              {closedOn && <Badge>{t('list.closed')}</Badge>}
            </>
          ),
          kind: t(`kind.${kind}`),
          organisation: <UserText>{organisation}</UserText>,
          municipality: <UserText>{municipality}</UserText>,
          sessions: formatNumber(language, sessionsHeld),
          reached: formatNumber(language, reached),
          lastHeld: lastHeldOn ? <span className="lk-nowrap">{formatDate(language, lastHeldOn)}</span> : t('list.never'),
        },
      }))}
    />
  )
}
