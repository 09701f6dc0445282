import { useId, type ReactNode } from 'react'

export interface Column {
  key: string
  header: ReactNode
  /** Numbers stand at the end of the cell, with digits of one width. */
  number?: boolean
}

export interface Row {
  id: string
  /** By key of the column. */
  cells: Record<string, ReactNode>
}

interface TableProps {
  /** Names the table; also the name of the scrolling region. */
  caption: ReactNode
  columns: Column[]
  rows: Row[]
  /** Totals. */
  footer?: Row[]
  /** Column whose cells head their row. Default: the first. `null`: none. */
  rowHeader?: string | null
}

/** A table in a region that scrolls by itself and that the keyboard can reach. */
export function Table({ caption, columns, rows, footer = [], rowHeader = columns[0]?.key ?? null }: TableProps) {
  const captionId = useId()
  const cells = (row: Row) =>
    columns.map(({ key, number }) =>
      key === rowHeader ? (
        <th key={key} scope="row" className="utrecht-table__header-cell">
          {row.cells[key]}
        </th>
      ) : (
        <td key={key} className={`utrecht-table__cell${number ? ' utrecht-table__cell--number' : ''}`}>
          {row.cells[key]}
        </td>
      ),
    )
  return (
    // A region that scrolls must be reachable without a mouse.

    <div className="lk-table" role="region" aria-labelledby={captionId} tabIndex={0}>
      <table className="utrecht-table">
        <caption id={captionId}>{caption}</caption>
        <thead className="utrecht-table__header">
          <tr>
            {columns.map(({ key, header, number }) => (
              <th key={key} scope="col" className={`utrecht-table__header-cell${number ? ' utrecht-table__cell--number' : ''}`}>
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="utrecht-table__body">
          {rows.map((row) => (
            <tr key={row.id}>{cells(row)}</tr>
          ))}
        </tbody>
        {footer.length > 0 && (
          <tfoot>
            {footer.map((row) => (
              <tr key={row.id}>{cells(row)}</tr>
            ))}
          </tfoot>
        )}
      </table>
    </div>
  )
}
