import type { ReactNode } from 'react'

export interface DataItem {
  key: string
  term: ReactNode
  value: ReactNode
}

/** Facts as term and value: what was filled in, what is known of a group. */
export function DataList({ items }: { items: DataItem[] }) {
  return (
    <dl className="lk-data">
      {items.map(({ key, term, value }) => (
        <div key={key}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
