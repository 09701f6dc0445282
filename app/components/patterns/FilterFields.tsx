import { useTranslation } from 'react-i18next'
import { Button } from '../primitives/Button'
import { Select } from '../primitives/Select'
import type { ChosenFilter, FilterView } from './filter-view'

/** The filters of a list, behind a line that opens; they stand inside a form. */
export function FilterFields({ view }: { view: FilterView }) {
  const { t } = useTranslation('search')
  const { kinds, subjects, durations, audiences, chosen } = view
  const value = (name: ChosenFilter['name']) => chosen.find((each) => each.name === name)?.value
  const optional = { placeholder: t('filter.all'), required: false, markOptional: false } as const
  return (
    <details className="lk-find__more" open={chosen.length > 0}>
      <summary>{t('filter.more')}</summary>
      <div className="lk-find__fields">
        <Select
          name="kind"
          label={t('filter.kind')}
          options={kinds.map((each) => ({ value: each, label: t(`kind.${each}`) }))}
          defaultValue={value('kind')}
          {...optional}
        />
        <Select
          name="subject"
          label={t('filter.subject')}
          options={subjects.map((each) => ({ value: each, label: t(`subject.${each}`) }))}
          defaultValue={value('subject')}
          {...optional}
        />
        <Select
          name="duration"
          label={t('filter.duration')}
          options={durations.map((each) => ({ value: each, label: t(`duration.${each}`) }))}
          defaultValue={value('duration')}
          {...optional}
        />
        <Select
          name="audience"
          label={t('filter.audience')}
          options={audiences.map((each) => ({ value: each, label: t(`audience.${each}`) }))}
          defaultValue={value('audience')}
          {...optional}
        />
      </div>
      <Button look="secondary">{t('filter.apply')}</Button>
    </details>
  )
}
