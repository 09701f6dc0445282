import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Table } from '~/components/primitives/Table'
import type { WorkCount } from '~/content/work'
import { useFrame } from '~/http/frame'
import { formatNumber } from '~/i18n/formats'

const counted = ['toDo', 'stale', 'missing', 'draft', 'reviewed'] as const

interface WorkTableProps {
  caption: string
  /** Heads the column of names. */
  of: string
  rows: { id: string; name: ReactNode; count: WorkCount }[]
}

/** How many translations ask for work, and for which. */
export function WorkTable({ caption, of, rows }: WorkTableProps) {
  const { t } = useTranslation('translations')
  const { language } = useFrame()
  return (
    <Table
      caption={caption}
      columns={[{ key: 'name', header: of }, ...counted.map((key) => ({ key, header: t(`columns.${key}`), number: true }))]}
      rows={rows.map(({ id, name, count }) => ({
        id,
        cells: {
          name,
          ...Object.fromEntries(
            counted.map((key) => [key, count[key] === 0 ? <span className="lk-soft">0</span> : formatNumber(language, count[key])]),
          ),
        },
      }))}
    />
  )
}
