import { useTranslation } from 'react-i18next'
import { EmptyState } from '~/components/patterns/EmptyState'
import { Link } from '~/components/primitives/Link'
import { useFrame } from '~/http/frame'

/** There are no public figures to show: why, and what can be done. */
export function NoFigures({ narrowed }: { narrowed: boolean }) {
  const { t } = useTranslation('report')
  const { language } = useFrame()
  return (
    <EmptyState title={narrowed ? t('nothing.here') : t('nothing.title')}>
      <p className="utrecht-paragraph">{t('nothing.text')}</p>
      <p className="utrecht-paragraph">
        <Link href={narrowed ? `/${language}/report` : `/${language}/report/definitions`}>
          {narrowed ? t('nothing.all') : t('definitions.title')}
        </Link>
      </p>
    </EmptyState>
  )
}
