import type { ReactNode } from 'react'
import { Heading } from '../primitives/Heading'

interface ChartProps {
  /** Of its title; the drawing names itself by it. */
  id: string
  title: string
  /** An SVG made on the server by our own code; null where there is too little to draw. */
  svg: string | null
  /** What it shows, in a sentence or two. */
  text?: ReactNode
  /** Words of the line that opens the table. */
  tableLabel: string
  /** The same figures as a table. */
  table: ReactNode
}

/** A picture of figures with what it says and the figures themselves: nobody depends on the picture. */
export function Chart({ id, title, svg, text, tableLabel, table }: ChartProps) {
  return (
    <div className="lk-chart">
      <div className="lk-chart__picture">
        <Heading level={3} id={id}>
          {title}
        </Heading>
        {text && <p className="utrecht-paragraph">{text}</p>}
        {svg && <div className="lk-chart__drawing" dangerouslySetInnerHTML={{ __html: svg }} />}
      </div>
      <details className="lk-fold">
        <summary>{tableLabel}</summary>
        {table}
      </details>
    </div>
  )
}
