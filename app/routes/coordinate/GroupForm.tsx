import { useTranslation } from 'react-i18next'
import { Button } from '~/components/primitives/Button'
import { CheckboxGroup } from '~/components/primitives/CheckboxGroup'
import { Field } from '~/components/primitives/Field'
import { RadioGroup } from '~/components/primitives/RadioGroup'
import { Select, type Choice } from '~/components/primitives/Select'
import { UserText } from '~/components/primitives/UserText'
import { audiences, groupKinds, programmes } from '~/domain/groups/schema'
import type { ShownFault } from '~/http/form-fault'
import { revisionOf } from '~/http/revision'
import { PostForm } from '~/http/post-form'
import { spokenDirectionOf, spokenLanguageNames, spokenLanguages } from '~/i18n/spoken-languages'

export interface GroupValues {
  name: string
  programme: string
  kind: string
  organisation: string
  municipality: string
  place: string
  audience: string
  languages: string[]
  trainers: string[]
}

interface GroupFormProps {
  fault: ShownFault
  /** What the form begins with. */
  values: GroupValues
  /** A new group has a key, one that is changed has the revision that the form was made from. */
  hidden: { key: string } | { revision: number }
  organisations: Choice[]
  municipalities: { value: string; hint: string }[]
  trainers: { id: string; userName: string; cohort: string }[]
  button: string
}

/** The form of a group: what it is, where, for whom and who leads it. */
export function GroupForm({ fault, values, hidden, organisations, municipalities, trainers, button }: GroupFormProps) {
  const { t } = useTranslation('groups')
  const text = (name: 'name' | 'municipality' | 'place') => ({
    name,
    defaultValue: fault.value(name, values[name]),
    error: fault.error(name),
    autoComplete: 'off',
  })
  const chosen = (name: 'programme' | 'kind' | 'organisation' | 'audience') => ({
    name,
    ...(fault.value(name, values[name]) ? { defaultValue: fault.value(name, values[name]) } : {}),
    error: fault.error(name),
  })
  const several = (name: 'languages' | 'trainers') => fault.values(name) ?? values[name]
  return (
    <PostForm>
      {'key' in hidden ? (
        <input type="hidden" name="key" value={fault.value('key', hidden.key)} />
      ) : (
        <input type="hidden" name="revision" value={revisionOf(fault, hidden.revision)} />
      )}
      <Field {...text('name')} label={t('form.name')} description={t('form.nameHelp')} dir="auto" maxLength={120} />
      <Select
        {...chosen('programme')}
        label={t('form.programme')}
        placeholder={t('form.choose')}
        options={programmes.map((value) => ({ value, label: t(`programme.${value}`) }))}
      />
      <RadioGroup {...chosen('kind')} label={t('form.kind')} options={groupKinds.map((value) => ({ value, label: t(`kind.${value}`) }))} />
      <Select
        {...chosen('organisation')}
        label={t('form.organisation')}
        options={organisations}
        {...(organisations.length === 1 ? {} : { placeholder: t('form.choose') })}
      />
      <Field
        {...text('municipality')}
        label={t('form.municipality')}
        description={t('form.municipalityHelp')}
        dir="ltr"
        maxLength={80}
        suggestions={municipalities}
      />
      <Field {...text('place')} label={t('form.place')} description={t('form.placeHelp')} dir="auto" maxLength={120} required={false} />
      <RadioGroup
        {...chosen('audience')}
        label={t('form.audience')}
        options={audiences.map((value) => ({ value, label: t(`audience.${value}`) }))}
      />
      <CheckboxGroup
        name="languages"
        label={t('form.languages')}
        description={t('form.languagesHelp')}
        error={fault.error('languages')}
        defaultValues={several('languages')}
        columns
        options={spokenLanguages.map((value) => ({
          value,
          label: (
            <bdi lang={value} dir={spokenDirectionOf(value)}>
              {spokenLanguageNames[value]}
            </bdi>
          ),
        }))}
      />
      {trainers.length > 0 ? (
        <CheckboxGroup
          name="trainers"
          label={t('form.trainers')}
          description={t('form.trainersHelp')}
          required={false}
          columns
          error={fault.error('trainers')}
          defaultValues={several('trainers')}
          options={trainers.map(({ id, userName, cohort }) => ({
            value: id,
            label: <UserText>{userName}</UserText>,
            hint: <UserText>{cohort}</UserText>,
          }))}
        />
      ) : (
        <p className="utrecht-paragraph">{t('form.noTrainers')}</p>
      )}
      <Button>{button}</Button>
    </PostForm>
  )
}
