import { useTranslation } from 'react-i18next'
import { Badge } from '~/components/primitives/Badge'
import { Heading } from '~/components/primitives/Heading'
import { Link } from '~/components/primitives/Link'
import { Table } from '~/components/primitives/Table'
import { UserText } from '~/components/primitives/UserText'
import { useFrame } from '~/http/frame'
import { formatNumber } from '~/i18n/formats'

export interface ListedImport {
  id: string
  /** In words. */
  at: string
  /** Null: the account is gone. */
  author: string | null
  organisation: string
  groups: number
  sessions: number
  undone: boolean
}

/** What was brought in before. Shows nothing when there is nothing. */
export function ImportList({ imports }: { imports: ListedImport[] }) {
  const { t } = useTranslation('import')
  const { language } = useFrame()
  if (imports.length === 0) return null
  return (
    <>
      <Heading level={2}>{t('list.title')}</Heading>
      <Table
        caption={t('list.caption')}
        columns={[
          { key: 'at', header: t('list.at') },
          { key: 'organisation', header: t('list.organisation') },
          { key: 'groups', header: t('counts.newGroups'), number: true },
          { key: 'sessions', header: t('counts.sessions'), number: true },
          { key: 'author', header: t('list.author') },
        ]}
        rows={imports.map(({ id, at, author, organisation, groups, sessions, undone }) => ({
          id,
          cells: {
            at: (
              <>
                <Link href={`/${language}/coordinate/import/${id}`}>{at}</Link> {undone && <Badge>{t('list.undone')}</Badge>}
              </>
            ),
            organisation: <UserText>{organisation}</UserText>,
            groups: formatNumber(language, groups),
            sessions: formatNumber(language, sessions),
            author: author ? <UserText>{author}</UserText> : '–',
          },
        }))}
      />
    </>
  )
}
