import { useTranslation } from 'react-i18next'
import { Chart } from '~/components/patterns/Chart'
import { Link } from '~/components/primitives/Link'
import { Table } from '~/components/primitives/Table'
import type { ReportView } from '~/http/report-view.server'
import { ShownFigure } from './ShownFigure'

/** Sessions and people over time. */
export function TimeCharts({ time }: { time: ReportView['time'] }) {
  const { t } = useTranslation('report')
  const { t: ti } = useTranslation('indicators')
  return (
    <>
      {time.charts.map(({ code, svg, largest, rows }) => (
        <Chart
          key={code}
          id={`chart-${code}`}
          title={ti(`${code}.name`)}
          svg={svg}
          text={
            <>
              {t('period.both', { from: time.from, to: time.to })}{' '}
              {largest &&
                (largest.name === null
                  ? t('time.highest', { number: largest.text })
                  : t('time.most', { period: largest.name, number: largest.text }))}
            </>
          }
          tableLabel={t('chart.table')}
          table={
            <Table
              caption={ti(`${code}.name`)}
              columns={[
                { key: 'period', header: ti('columns.period.name') },
                { key: 'value', header: ti(`${code}.name`), number: true },
              ]}
              rows={rows.map(({ id, name, shown, href }) => ({
                id,
                cells: { period: name, value: <ShownFigure shown={shown} href={href} label={name} /> },
              }))}
            />
          }
        />
      ))}
    </>
  )
}

/** People by municipality or by language. */
export function PlaceChart({ places, by, all }: { places: ReportView['places']; by: 'municipality' | 'language'; all: string }) {
  const { t } = useTranslation('report')
  const { t: ti } = useTranslation('indicators')
  const { count, more, svg, largest, rows } = places
  return (
    <>
      <Chart
        id={`chart-${by}`}
        title={ti('people-reached.name')}
        svg={svg}
        text={
          <>
            {by === 'municipality' ? t('places.text', { count }) : t('languages.text', { count })}{' '}
            {largest?.name && t('places.most', { name: largest.name, number: largest.text })}
          </>
        }
        tableLabel={t('chart.table')}
        table={
          <Table
            caption={ti('people-reached.name')}
            columns={[
              { key: 'name', header: ti(`columns.${by}.name`) },
              { key: 'people', header: ti('people-reached.name'), number: true },
              { key: 'sessions', header: ti('sessions-held.name'), number: true },
            ]}
            rows={rows.map(({ id, name, people, sessions, href }) => ({
              id,
              cells: {
                name: <bdi>{name}</bdi>,
                people: <ShownFigure shown={people} href={href} label={name} />,
                sessions: <ShownFigure shown={sessions} href={href} label={name} />,
              },
            }))}
          />
        }
      />
      {more > 0 && (
        <p className="utrecht-paragraph">
          <Link href={all}>{t('places.more', { count: more })}</Link>
        </p>
      )}
    </>
  )
}

/** From a course to people. */
export function CascadeChart({ cascade }: { cascade: ReportView['cascade'] }) {
  const { t } = useTranslation('report')
  const { t: ti } = useTranslation('indicators')
  const { svg, rows, trained, groups, people } = cascade
  return (
    <Chart
      id="chart-cascade"
      title={t('cascade.chart')}
      svg={svg}
      text={
        <>
          {trained && t('cascade.trained', trained)} {groups && t('cascade.groups', groups)} {people && t('cascade.people', people)}
        </>
      }
      tableLabel={t('chart.table')}
      table={
        <Table
          caption={t('cascade.title')}
          columns={[
            { key: 'step', header: t('cascade.step') },
            { key: 'value', header: t('cascade.number'), number: true },
          ]}
          rows={rows.map(({ id, code, shown, href }) => ({
            id,
            cells: { step: ti(`${code}.name`), value: <ShownFigure shown={shown} href={href} label={ti(`${code}.name`)} /> },
          }))}
        />
      }
    />
  )
}
