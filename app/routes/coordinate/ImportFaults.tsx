import { useTranslation } from 'react-i18next'
import { Table } from '~/components/primitives/Table'
import { UserText } from '~/components/primitives/UserText'
import type { FaultLine } from '~/domain/groups/import/faults'
import { audiences, groupKinds, programmes } from '~/domain/groups/schema'
import { useFrame } from '~/http/frame'
import { formatNumber } from '~/i18n/formats'

/** How much of a cell is shown. */
const longestValue = 60

/** Everything that is wrong with a spreadsheet: in which row and column, what it is, and how to mend it. */
export function ImportFaults({ caption, faults }: { caption: string; faults: FaultLine[] }) {
  const { t } = useTranslation('import')
  const { language } = useFrame()
  const { t: words } = useTranslation('groups')
  /** The codes of a column, each with its meaning. */
  const choicesOf = (column: string) => {
    if (column === 'programme') return programmes.map((code) => `${code} (${words(`programme.${code}`)})`).join(', ')
    if (column === 'kind') return groupKinds.map((code) => `${code} (${words(`kind.${code}`)})`).join(', ')
    return audiences.map((code) => `${code} (${words(`audience.${code}`)})`).join(', ')
  }
  const number = (value: number) => formatNumber(language, value)
  const rowsOf = (rows: FaultLine['rows']) =>
    rows.map(([from, until]) => (from === until ? number(from) : t('rowRange', { from: number(from), until: number(until) }))).join(', ')
  return (
    <Table
      caption={caption}
      columns={[
        { key: 'row', header: t('table.row') },
        { key: 'column', header: t('table.column') },
        { key: 'what', header: t('table.what') },
        { key: 'mend', header: t('table.mend') },
      ]}
      rows={faults.map(({ rows, column, code, value, otherRow }, index) => ({
        id: String(index),
        cells: {
          row: rowsOf(rows),
          column: (
            <bdi lang="en" translate="no">
              {column}
            </bdi>
          ),
          what: (
            <>
              {t(`faults.${code}.what`, { row: otherRow === undefined ? '' : number(otherRow) })}
              {value && (
                <>
                  {' '}
                  <span className="lk-soft">
                    (<UserText>{value.length > longestValue ? `${value.slice(0, longestValue)}…` : value}</UserText>)
                  </span>
                </>
              )}
            </>
          ),
          mend: (
            <>
              {t(`faults.${code}.mend`)} {code === 'choiceUnknown' && choicesOf(column)}
            </>
          ),
        },
      }))}
    />
  )
}
