import { useTranslation } from 'react-i18next'
import { Link } from '~/components/primitives/Link'
import { Table } from '~/components/primitives/Table'
import { useFrame } from '~/http/frame'
import type { ReportView } from '~/http/report-view.server'
import { ShownFigure } from './ShownFigure'

const columns = ['groups-held', 'sessions-held', 'people-reached', 'attendances', 'trainers-trained'] as const

/** The figures split as the address asks: all places, and each led back to its sessions for who may see them. */
export function SplitTable({ split }: { split: NonNullable<ReportView['split']> }) {
  const { t } = useTranslation('report')
  const { t: ti } = useTranslation('indicators')
  const { language } = useFrame()
  if (split.rows.length === 0) return <p className="utrecht-paragraph">{t('empty')}</p>
  const present = columns.filter((code) => split.rows.some(({ cells }) => cells[code]))
  return (
    <Table
      caption={t('split.rows', { count: split.rows.length })}
      columns={[
        { key: 'name', header: t('split.where') },
        ...present.map((code) => ({ key: code, header: ti(`${code}.name`), number: true })),
      ]}
      rows={split.rows.map(({ id, name, cells, href }) => ({
        id,
        cells: {
          name: href ? (
            <Link href={`/${language}/report/sessions?${href}`}>
              <bdi>{name}</bdi>
            </Link>
          ) : (
            <bdi>{name}</bdi>
          ),
          ...Object.fromEntries(present.map((code) => [code, <ShownFigure key={code} shown={cells[code]} />])),
        },
      }))}
    />
  )
}
