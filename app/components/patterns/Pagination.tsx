import { useTranslation } from 'react-i18next'
import { Arrow } from '../primitives/Arrow'

interface PaginationProps {
  page: number
  pages: number
  /** Address of a page, from 1. */
  hrefOf: (page: number) => string
}

/** Back and forward in a long list. Shows nothing when there is one page. */
export function Pagination({ page, pages, hrefOf }: PaginationProps) {
  const { t } = useTranslation('common')
  if (pages <= 1) return null
  return (
    <nav className="lk-pages" aria-label={t('pagination.label')}>
      {page > 1 && (
        <a className="utrecht-link utrecht-link--html-a" href={hrefOf(page - 1)} rel="prev">
          <Arrow back /> {t('pagination.previous')}
        </a>
      )}
      <span>{t('pagination.where', { page, pages })}</span>
      {page < pages && (
        <a className="utrecht-link utrecht-link--html-a" href={hrefOf(page + 1)} rel="next">
          {t('pagination.next')} <Arrow />
        </a>
      )}
    </nav>
  )
}
