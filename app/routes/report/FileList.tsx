import { useTranslation } from 'react-i18next'
import { Link } from '~/components/primitives/Link'
import { useFrame } from '~/http/frame'

const formats = ['pdf', 'xlsx', 'csv', 'json', 'zip'] as const

/** The same figures as a file: what each kind is for. */
export function FileList({ address, exact }: { address: string; exact: boolean }) {
  const { t } = useTranslation('report')
  const { language } = useFrame()
  const href = (format: string, more = '') => `/${language}/report/export.${format}?${address}${more}`
  return (
    <ul className="lk-to-do" role="list">
      {formats.map((format) => (
        <li key={format}>
          <p className="utrecht-paragraph">
            <Link href={href(format)} download>
              {t(`save.${format}.name`)}
            </Link>
            {': '}
            {t(`save.${format}.text`)}
          </p>
        </li>
      ))}
      <li>
        <p className="utrecht-paragraph">
          <Link href={href('csv', '&excel=1')} download>
            {t('save.excel.name')}
          </Link>
          {': '}
          {t('save.excel.text')}
        </p>
      </li>
      {exact && (
        <li>
          <p className="utrecht-paragraph">
            <Link href={href('xlsx', '&shape=sessions')} download>
              {t('save.sessions.name')}
            </Link>
            {': '}
            {t('save.sessions.text')}
          </p>
        </li>
      )}
    </ul>
  )
}
