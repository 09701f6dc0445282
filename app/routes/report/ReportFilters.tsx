import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { Button } from '~/components/primitives/Button'
import { Field } from '~/components/primitives/Field'
import { Link } from '~/components/primitives/Link'
import { Select, type Choice } from '~/components/primitives/Select'
import { audiences, groupKinds, programmes } from '~/domain/groups/schema'
import { dimensions, steps } from '~/domain/participation/dimensions'
import { useFrame } from '~/http/frame'
import { isSpoken, spokenDirectionOf, spokenLanguageNames, spokenLanguages } from '~/i18n/spoken-languages'

interface ReportFiltersProps {
  /** What stands in the address. */
  query: Record<string, string>
  /** The words of a fault, by field. */
  errors: Record<string, string>
  choices: {
    mayBeExact: boolean
    organisations: Choice[]
    provinces: string[]
    municipalities: { value: string; hint: string }[]
  }
}

/** What to see: the period at once, the rest below it. Everything in it ends up in the address. */
export function ReportFilters({ query, errors, choices }: ReportFiltersProps) {
  const { t } = useTranslation('report')
  const { t: tg } = useTranslation('groups')
  const { t: ti } = useTranslation('indicators')
  const { language } = useFrame()
  const optional = { required: false, markOptional: false } as const
  const basics = (name: string) => ({ name, defaultValue: query[name] ?? '', error: errors[name], ...optional })
  const spoken = query.language ?? ''
  const nameOf = (code: string) => (isSpoken(code) ? spokenLanguageNames[code] : code)
  // A group in two languages is one choice of its own; the address can name any.
  const languages = spoken && !isSpoken(spoken) ? [{ value: spoken, label: spoken.split(/[+ ,]/).map(nameOf).join(' + ') }] : []
  // A date field would drop what is no date; who typed it wants to see it again.
  const date = (name: string) => ({
    ...basics(name),
    type: isDay(query[name] ?? '') ? ('date' as const) : ('text' as const),
    dir: 'ltr' as const,
  })
  // So is a table in two directions.
  const split = query.by ?? ''
  const splits = [
    ...steps.map((value) => ({ value, label: t(`steps.${value}`) })),
    ...dimensions.map((value) => ({ value, label: ti(`columns.${value}.name`) })),
  ]
  const both = split
    .split(/[ ,]/)
    .map((name) => splits.find(({ value }) => value === name)?.label ?? name)
    .join(', ')
  const faulty = Object.keys(errors).length > 0
  return (
    <details className="lk-filters" open={faulty}>
      <summary>{t('filter.more')}</summary>
      <form method="get" action={`/${language}/report`} noValidate>
        {query.background && <input type="hidden" name="background" value={query.background} />}
        <div className="lk-filters__fields">
          <Field {...date('from')} label={t('filter.from')} />
          <Field {...date('to')} label={t('filter.to')} />
          <Select
            {...basics('programme')}
            label={tg('form.programme')}
            placeholder={tg('filter.all')}
            options={programmes.map((value) => ({ value, label: tg(`programme.${value}`) }))}
          />
          <Select
            {...basics('kind')}
            label={tg('form.kind')}
            placeholder={tg('filter.all')}
            options={groupKinds.map((value) => ({ value, label: tg(`kind.${value}`) }))}
          />
          <Select
            {...basics('organisation')}
            label={tg('form.organisation')}
            placeholder={tg('filter.all')}
            options={choices.organisations}
          />
          <Field
            {...basics('municipality')}
            label={tg('form.municipality')}
            dir="ltr"
            autoComplete="off"
            suggestions={choices.municipalities}
          />
          <Select
            {...basics('province')}
            label={ti('columns.province.name')}
            placeholder={tg('filter.all')}
            options={choices.provinces.map((value) => ({ value, label: value, lang: 'nl', dir: 'ltr' as const }))}
          />
          <Select
            {...basics('language')}
            label={tg('filter.language')}
            placeholder={tg('filter.all')}
            options={[
              ...spokenLanguages.map((value) => ({ value, label: spokenLanguageNames[value], lang: value, dir: spokenDirectionOf(value) })),
              ...languages,
            ]}
          />
          <Select
            {...basics('audience')}
            label={tg('form.audience')}
            placeholder={tg('filter.all')}
            options={audiences.map((value) => ({ value, label: tg(`audience.${value}`) }))}
          />
          <Select
            {...basics('by')}
            label={t('filter.by')}
            placeholder={t('filter.notSplit')}
            options={[...splits, ...(split && !splits.some(({ value }) => value === split) ? [{ value: split, label: both }] : [])]}
          />
          <Field {...date('asOf')} autoComplete="off" label={t('filter.asOf')} description={t('filter.asOfHelp')} />
          {choices.mayBeExact ? (
            <Select
              {...basics('disclosure')}
              label={t('filter.disclosure')}
              options={(['exact', 'public'] as const).map((value) => ({ value, label: t(`disclosure.${value}`) }))}
            />
          ) : (
            query.disclosure === 'public' && <input type="hidden" name="disclosure" value="public" />
          )}
        </div>
        <div className="lk-actions">
          <Button look="secondary">{t('filter.button')}</Button>
          <Link href={`/${language}/report`}>{t('filter.clear')}</Link>
        </div>
      </form>
    </details>
  )
}

function isDay(text: string): boolean {
  return text === '' || z.iso.date().safeParse(text).success
}
