import { useTranslation } from 'react-i18next'
import { Link } from '~/components/primitives/Link'
import { Table } from '~/components/primitives/Table'
import { useFrame } from '~/http/frame'
import type { ReportView } from '~/http/report-view.server'

/** What the quality of the data says about how far to trust the figures. */
export function ReportTrust({ view }: { view: ReportView }) {
  const { t } = useTranslation('report')
  const { t: ti } = useTranslation('indicators')
  const { language, account } = useFrame()
  return (
    <>
      <p className="utrecht-paragraph">
        {view.complete !== null && t('trust.complete', { share: view.complete })} {t('trust.text')}
      </p>
      <Table
        caption={t('trust.caption')}
        columns={[
          { key: 'name', header: t('indicator') },
          { key: 'value', header: t('cascade.number'), number: true },
        ]}
        rows={view.trust.map(({ name, text }) => ({ id: name, cells: { name: ti(`trust.${name}`), value: text } }))}
      />
      {account?.mayCoordinate && (
        <p className="utrecht-paragraph lk-no-print">
          <Link href={`/${language}/coordinate/to-do`}>{t('trust.toDo')}</Link>
        </p>
      )}
      {view.loss && view.loss.count > 0 && <p className="utrecht-paragraph">{t('trust.loss', view.loss)}</p>}
    </>
  )
}
