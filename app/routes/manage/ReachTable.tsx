import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Table } from '~/components/primitives/Table'
import { reachKinds } from '~/domain/library/reach/schema'
import type { ShownCounts } from '~/http/reach.server'

interface ReachTableProps {
  caption: string
  /** What stands at the beginning of each row. */
  head: string
  rows: { id: string; name: ReactNode; counts: ShownCounts }[]
  total?: ShownCounts
}

/** Uses of the library, a column for each way to use it. */
export function ReachTable({ caption, head, rows, total }: ReachTableProps) {
  const { t } = useTranslation('reach')
  const cells = (name: ReactNode, counts: ShownCounts) => ({
    name,
    ...Object.fromEntries(reachKinds.map((kind) => [kind, counts[kind] === '0' ? <span className="lk-soft">0</span> : counts[kind]])),
  })
  return (
    <Table
      caption={caption}
      columns={[{ key: 'name', header: head }, ...reachKinds.map((kind) => ({ key: kind, header: t(`kinds.${kind}.name`), number: true }))]}
      rows={rows.map(({ id, name, counts }) => ({ id, cells: cells(name, counts) }))}
      {...(total ? { footer: [{ id: 'total', cells: cells(t('total'), total) }] } : {})}
    />
  )
}
