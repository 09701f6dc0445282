import { useTranslation } from 'react-i18next'
import { Button } from '~/components/primitives/Button'
import { Field } from '~/components/primitives/Field'
import { Select, type Choice } from '~/components/primitives/Select'
import { groupKinds, programmes } from '~/domain/groups/schema'
import { valuesOf } from '~/domain/participation/dimensions'
import { targetIndicators } from '~/domain/participation/targets-schema'
import type { ShownFault } from '~/http/form-fault'
import { PostForm } from '~/http/post-form'
import { revisionOf } from '~/http/revision'
import type { TargetValues } from '~/http/target.server'

interface TargetFormProps {
  fault: ShownFault
  values: TargetValues
  /** The key of a new target, or the revision that the form was made from. */
  hidden: { key: string } | { revision: number }
  organisations: Choice[]
  municipalities: { value: string; hint: string }[]
  button: string
}

/** The form of a target: what is counted, how many, by when, and what it is narrowed to. */
export function TargetForm({ fault, values, hidden, organisations, municipalities, button }: TargetFormProps) {
  const { t } = useTranslation('report')
  const { t: tg } = useTranslation('groups')
  const { t: ti } = useTranslation('indicators')
  const { t: tc } = useTranslation('coordinate')
  const basics = (name: keyof TargetValues) => ({ name, defaultValue: fault.value(name, values[name]), error: fault.error(name) })
  const narrow = { required: false, placeholder: tg('filter.all') } as const
  return (
    <PostForm>
      {'key' in hidden ? (
        <input type="hidden" name="key" value={fault.value('key', hidden.key)} />
      ) : (
        <input type="hidden" name="revision" value={revisionOf(fault, hidden.revision)} />
      )}
      <Select
        {...basics('indicator')}
        label={t('target.indicator')}
        placeholder={tg('form.choose')}
        options={targetIndicators.map((code) => ({ value: code, label: ti(`${code}.name`) }))}
      />
      <Field {...basics('target')} label={t('target.number')} inputMode="numeric" dir="ltr" autoComplete="off" maxLength={7} short />
      <Field {...basics('from')} type="date" label={t('filter.from')} />
      <Field {...basics('to')} type="date" label={t('filter.to')} />
      <Field
        {...basics('source')}
        label={t('target.source')}
        description={t('target.sourceHelp')}
        dir="auto"
        autoComplete="off"
        maxLength={200}
      />
      <Select
        {...basics('programme')}
        {...narrow}
        label={tg('form.programme')}
        options={programmes.map((value) => ({ value, label: tg(`programme.${value}`) }))}
      />
      <Select
        {...basics('kind')}
        {...narrow}
        label={tg('form.kind')}
        options={groupKinds.map((value) => ({ value, label: tg(`kind.${value}`) }))}
      />
      <Select {...basics('organisation')} {...narrow} label={tg('form.organisation')} options={organisations} />
      <Field
        {...basics('municipality')}
        label={tg('form.municipality')}
        description={tg('form.municipalityHelp')}
        dir="ltr"
        autoComplete="off"
        maxLength={80}
        suggestions={municipalities}
        required={false}
      />
      <Select
        {...basics('background')}
        {...narrow}
        label={ti('columns.background.name')}
        options={valuesOf.background.map((value) => ({ value, label: tc(`background.${value}`) }))}
      />
      <Button>{button}</Button>
    </PostForm>
  )
}
