import { useTranslation } from 'react-i18next'
import { Link } from '../primitives/Link'
import type { ChosenFilter, FilterView } from './filter-view'

/** The filters that were chosen, each to be taken away by itself. Shows nothing while there is none. */
export function ChosenFilters({ view: { chosen, clearHref } }: { view: FilterView }) {
  const { t } = useTranslation('search')
  if (chosen.length === 0) return null
  const word = (filter: ChosenFilter) =>
    filter.name === 'kind'
      ? t(`kind.${filter.value}`)
      : filter.name === 'subject'
        ? t(`subject.${filter.value}`)
        : filter.name === 'duration'
          ? t(`duration.${filter.value}`)
          : t(`audience.${filter.value}`)
  return (
    <nav aria-label={t('filter.chosen')}>
      <ul className="lk-chips">
        {chosen.map((filter) => (
          <li key={filter.name}>
            <a className="lk-chip" href={filter.removeHref} aria-label={t('filter.remove', { filter: word(filter) })}>
              {word(filter)}
              <span aria-hidden="true"> ×</span>
            </a>
          </li>
        ))}
        {chosen.length > 1 && (
          <li>
            <Link href={clearHref}>{t('filter.clear')}</Link>
          </li>
        )}
      </ul>
    </nav>
  )
}
