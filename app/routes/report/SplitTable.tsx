import { useTranslation } from 'react-i18next'
import { getIndicator } from '~/domain/participation/indicators'
import { isStep } from '~/domain/participation/request'
import { Table } from '~/components/primitives/Table'
import type { ReportView } from '~/http/report-view.server'
import { ShownFigure } from './ShownFigure'

/** The figures split as the address asks: all places, and each led back to its sessions for who may see them. */
export function SplitTable({ split }: { split: NonNullable<ReportView['split']> }) {
  const { t } = useTranslation('report')
  const { t: ti } = useTranslation('indicators')
  if (split.rows.length === 0) return <p className="utrecht-paragraph">{t('empty')}</p>
  const headings = split.by.map((name) => (isStep(name) ? t(`steps.${name}`) : ti(`columns.${name}.name`)))
  return (
    <Table
      caption={t('split.rows', { count: split.rows.length })}
      columns={[
        { key: 'name', header: headings.join(', ') },
        ...split.columns.map((code) => ({ key: code, header: ti(`${code}.name`), number: true })),
      ]}
      rows={split.rows.map(({ id, name, cells, href }) => ({
        id,
        cells: {
          name: <bdi>{name}</bdi>,
          ...Object.fromEntries(
            split.columns.map((code) => [
              code,
              <ShownFigure
                key={code}
                shown={cells[code]}
                href={getIndicator(code).source === 'sessions' ? href : null}
                label={`${name}, ${ti(`${code}.name`)}`}
              />,
            ]),
          ),
        },
      }))}
    />
  )
}
