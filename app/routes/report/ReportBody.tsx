import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '~/components/patterns/EmptyState'
import { Heading } from '~/components/primitives/Heading'
import { Link } from '~/components/primitives/Link'
import { Table } from '~/components/primitives/Table'
import { useFrame } from '~/http/frame'
import type { ReportView } from '~/http/report-view.server'
import { FileList } from './FileList'
import { CascadeChart, PlaceChart, TimeCharts } from './ReportCharts'
import { NoFigures } from './NoFigures'
import { ReportTrust } from './ReportTrust'
import { ShownFigure } from './ShownFigure'
import { SplitTable } from './SplitTable'
import { TargetList } from './TargetList'

const first = ['people-reached', 'groups-held', 'sessions-held', 'trainers-trained']

/** The figures of a report: what matters first, and the rest in parts with a list of them. */
export function ReportBody({ view }: { view: ReportView }) {
  const { t } = useTranslation('report')
  const { language } = useFrame()
  const { exact, from, to, only } = view.about
  const narrowed = from !== null || to !== null || only.length > 0
  if (view.empty && view.targets.length === 0) return exact ? <EmptyState title={t('empty')} /> : <NoFigures narrowed={narrowed} />
  const allOf = (by: string) => `/${language}/report?${view.view}&by=${by}#split`
  const parts: { id: 'reached' | 'split' | 'time' | 'cascade' | 'places' | 'languages' | 'trust' | 'save'; body: ReactNode }[] = [
    { id: 'reached', body: <Reached view={view} /> },
    ...(view.split ? [{ id: 'split' as const, body: <SplitTable split={view.split} /> }] : []),
    ...(view.time.periods > 1 ? [{ id: 'time' as const, body: <TimeCharts time={view.time} /> }] : []),
    { id: 'cascade', body: <CascadeChart cascade={view.cascade} /> },
    ...(view.places.count > 0
      ? [{ id: 'places' as const, body: <PlaceChart places={view.places} by="municipality" all={allOf('municipality')} /> }]
      : []),
    ...(view.languages.count > 0
      ? [{ id: 'languages' as const, body: <PlaceChart places={view.languages} by="language" all={allOf('language')} /> }]
      : []),
    { id: 'trust', body: <ReportTrust view={view} /> },
    { id: 'save', body: <FileList view={view} /> },
  ]
  return (
    <>
      <nav className="lk-no-print" aria-labelledby="contents">
        <Heading level={2} id="contents">
          {t('contents')}
        </Heading>
        <ul className="lk-inline" role="list">
          {parts.map(({ id }) => (
            <li key={id}>
              <Link href={`#${id}`}>{t(`parts.${id}`)}</Link>
            </li>
          ))}
        </ul>
      </nav>
      {parts.map(({ id, body }) => (
        <section key={id} aria-labelledby={id} className={id === 'save' ? 'lk-no-print' : undefined}>
          <Heading level={2} id={id}>
            {t(`parts.${id}`)}
          </Heading>
          {body}
        </section>
      ))}
      <p className="utrecht-paragraph">
        <Link href={`/${language}/report/definitions`}>{t('definitions.title')}</Link>
      </p>
      <p className="utrecht-paragraph lk-no-print">
        <Link href={`/${language}/report/check`}>{t('check.title')}</Link>
      </p>
    </>
  )
}

/** The four figures that matter most, the targets, and all others behind a line that opens. */
function Reached({ view }: { view: ReportView }) {
  const { t } = useTranslation('report')
  const { t: ti } = useTranslation('indicators')
  const { language } = useFrame()
  const withheld = view.totals.some(({ shown }) => shown.kept === 'withheld')
  return (
    <>
      <dl className="lk-figures">
        {view.totals
          .filter(({ code }) => first.includes(code))
          .sort((a, b) => first.indexOf(a.code) - first.indexOf(b.code))
          .map(({ code, shown, href }) => (
            <div key={code}>
              <dt>{ti(`${code}.name`)}</dt>
              <dd className={shown.kept && 'lk-kept'}>
                <ShownFigure shown={shown} href={href} label={ti(`${code}.name`)} />
              </dd>
            </div>
          ))}
      </dl>
      {withheld && <p className="utrecht-paragraph">{t('withheld')}</p>}
      {view.sessions !== null && (
        <p className="utrecht-paragraph lk-no-print">
          <Link href={`/${language}/report/sessions?${view.sessions}`}>{t('behind')}</Link>
        </p>
      )}
      <Heading level={3}>{t('targets.title')}</Heading>
      {view.targets.length > 0 ? <TargetList targets={view.targets} /> : <p className="utrecht-paragraph">{t('targets.none')}</p>}
      <details className="lk-fold">
        <summary>{t('allFigures')}</summary>
        <Table
          caption={t('allFigures')}
          columns={[
            { key: 'name', header: t('indicator') },
            { key: 'value', header: t('figure'), number: true },
          ]}
          rows={view.totals.flatMap(({ code, shown, href, parts }) => [
            {
              id: code,
              cells: { name: ti(`${code}.name`), value: <ShownFigure shown={shown} href={href} label={ti(`${code}.name`)} /> },
            },
            ...parts.map((part) => ({
              id: `${code}-${part.name}`,
              cells: { name: `${ti(`${code}.name`)}: ${part.name}`, value: <ShownFigure shown={part.shown} /> },
            })),
          ])}
        />
      </details>
    </>
  )
}
