import { useTranslation } from 'react-i18next'
import { Button } from '~/components/primitives/Button'
import { Field } from '~/components/primitives/Field'
import { Link } from '~/components/primitives/Link'
import { Select, type Choice } from '~/components/primitives/Select'
import { groupKinds, groupOrders, groupStates, programmes, type GroupSearch } from '~/domain/groups/schema'
import { useFrame } from '~/http/frame'
import { spokenDirectionOf, spokenLanguageNames, spokenLanguages } from '~/i18n/spoken-languages'

interface GroupFiltersProps {
  search: GroupSearch
  organisations: Choice[]
  municipalities: { value: string; hint: string }[]
  filtered: boolean
}

/** What to look for in the list of groups: a name at once, the rest behind a line that opens. */
export function GroupFilters({ search, organisations, municipalities, filtered }: GroupFiltersProps) {
  const { t } = useTranslation('groups')
  const { language } = useFrame()
  const { q, organisation, municipality, programme, kind, language: spoken, state, order } = search
  const more = [organisation, municipality, programme, kind, spoken].some(Boolean) || state !== 'open' || order !== 'name'
  const optional = { required: false, markOptional: false } as const
  return (
    <form className="lk-filters" method="get" action={`/${language}/coordinate/groups`} role="search">
      <div className="lk-search">
        <Field name="q" type="search" label={t('filter.name')} autoComplete="off" maxLength={120} defaultValue={q} {...optional} />
        <Button look="secondary">{t('filter.button')}</Button>
      </div>
      <details open={more}>
        <summary>{t('filter.more')}</summary>
        <div className="lk-filters__fields">
          {organisations.length > 1 && (
            <Select
              name="organisation"
              label={t('form.organisation')}
              placeholder={t('filter.all')}
              options={organisations}
              defaultValue={organisation}
              {...optional}
            />
          )}
          <Field
            name="municipality"
            label={t('form.municipality')}
            autoComplete="off"
            dir="ltr"
            defaultValue={municipality}
            suggestions={municipalities}
            {...optional}
          />
          <Select
            name="programme"
            label={t('form.programme')}
            placeholder={t('filter.all')}
            options={programmes.map((value) => ({ value, label: t(`programme.${value}`) }))}
            defaultValue={programme}
            {...optional}
          />
          <Select
            name="kind"
            label={t('form.kind')}
            placeholder={t('filter.all')}
            options={groupKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
            defaultValue={kind}
            {...optional}
          />
          <Select
            name="language"
            label={t('filter.language')}
            placeholder={t('filter.all')}
            options={spokenLanguages.map((value) => ({
              value,
              label: spokenLanguageNames[value],
              lang: value,
              dir: spokenDirectionOf(value),
            }))}
            defaultValue={spoken}
            {...optional}
          />
          <Select
            name="state"
            label={t('filter.state')}
            options={groupStates.map((value) => ({ value, label: t(`state.${value}`) }))}
            defaultValue={state}
            {...optional}
          />
          <Select
            name="order"
            label={t('filter.order')}
            options={groupOrders.map((value) => ({ value, label: t(`order.${value}`) }))}
            defaultValue={order}
            {...optional}
          />
        </div>
        <Button look="secondary">{t('filter.button')}</Button>
      </details>
      {filtered && (
        <p className="utrecht-paragraph">
          <Link href={`/${language}/coordinate/groups`}>{t('filter.clear')}</Link>
        </p>
      )}
    </form>
  )
}
