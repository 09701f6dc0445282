import { useTranslation } from 'react-i18next'
import { Heading } from '~/components/primitives/Heading'
import { Link } from '~/components/primitives/Link'
import { useFrame } from '~/http/frame'
import type { ReportView } from '~/http/report-view.server'

const kinds = [
  { name: 'pdf', format: 'pdf', more: '' },
  { name: 'xlsx', format: 'xlsx', more: '' },
  { name: 'csv', format: 'csv', more: '' },
  // The same with what a Dutch Excel wants between the cells.
  { name: 'excel', format: 'csv', more: '&excel=1' },
  { name: 'json', format: 'json', more: '' },
  { name: 'zip', format: 'zip', more: '' },
] as const

/** The same figures as a file: what each kind is for. */
export function FileList({ view }: { view: ReportView }) {
  const { t } = useTranslation('report')
  const { language } = useFrame()
  const href = (format: string, more: string) => `/${language}/report/export.${format}?${view.files}${more}`
  // No `download` on these links: where a file is refused, the browser shows why.
  return (
    <lk-save data-text={t('save.making')}>
      <p className="utrecht-paragraph">
        {t('save.send')} <Link href={`/${language}/report?${view.files}`}>{t('save.fixed')}</Link>
      </p>
      <ul className="lk-to-do" role="list">
        {kinds.map(({ name, format, more }) => (
          <li key={name}>
            <p className="utrecht-paragraph">
              <Link href={href(format, more)}>{t(`save.${name}.name`)}</Link>
              {': '}
              {t(`save.${name}.text`)}
            </p>
          </li>
        ))}
      </ul>
      {view.sessions !== null && (
        <>
          <Heading level={3}>{t('save.sessions')}</Heading>
          <p className="utrecht-paragraph">{t('save.rows', view.rows)}</p>
          <ul className="lk-inline" role="list">
            {kinds
              // A sheet of paper for each session is no use to anybody.
              .filter(({ format }) => format !== 'pdf')
              .map(({ name, format, more }) => (
                <li key={name}>
                  <Link href={href(format, `&shape=sessions${more}`)}>{t('save.sessionsIn', { format: t(`save.${name}.name`) })}</Link>
                </li>
              ))}
          </ul>
        </>
      )}
    </lk-save>
  )
}
