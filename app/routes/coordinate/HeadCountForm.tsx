import { useTranslation } from 'react-i18next'
import { Button } from '~/components/primitives/Button'
import { Checkbox } from '~/components/primitives/Checkbox'
import { Field } from '~/components/primitives/Field'
import { Select, type Choice } from '~/components/primitives/Select'
import { TextArea } from '~/components/primitives/TextArea'
import { ageBands, largestCount, type AgeBand } from '~/domain/groups/head-count'
import type { ShownFault } from '~/http/form-fault'
import { revisionOf } from '~/http/revision'
import { PostForm } from '~/http/post-form'

type CountName = 'present' | 'firstTime' | 'women' | 'men' | 'unknown' | AgeBand

export type SessionValues = Record<CountName | 'date' | 'startsAt' | 'place' | 'lesson' | 'topic' | 'note', string>

interface HeadCountFormProps {
  fault: ShownFault
  values: SessionValues
  /** A new session has a key, one that is there the revision that the form was made from. */
  hidden: { key: string } | { revision: number }
  lessons: Choice[]
  latest: string
  /** A correction says why. */
  correcting?: boolean
  button: string
}

/** The form for the head count of a session: what is usually right stands in it already. */
export function HeadCountForm({ fault, values, hidden, lessons, latest, correcting = false, button }: HeadCountFormProps) {
  const { t } = useTranslation('groups')
  const valueOf = (name: keyof SessionValues) => fault.value(name, values[name])
  const count = (name: CountName, required = true) => (
    <lk-stepper data-less={t('stepper.less', { what: t(`count.${name}`) })} data-more={t('stepper.more', { what: t(`count.${name}`) })}>
      <Field
        name={name}
        type="number"
        short
        label={t(`count.${name}`)}
        description={name === 'firstTime' || name === 'unknown' ? t(`count.${name}Help`) : undefined}
        min={0}
        max={largestCount}
        required={required}
        markOptional={false}
        autoComplete="off"
        defaultValue={valueOf(name)}
        error={fault.error(name)}
      />
    </lk-stepper>
  )
  const text = (name: 'topic' | 'note' | 'reason') => ({
    name,
    dir: 'auto' as const,
    autoComplete: 'off',
    error: fault.error(name),
  })
  const looksLikeName = ['topic', 'note', 'place', 'reason'].some((name) => fault.has(name, 'textLooksLikeName'))
  const withAges = ageBands.some((name) => valueOf(name) !== '' || fault.error(name))
  return (
    <PostForm>
      {'key' in hidden ? (
        <input type="hidden" name="key" value={fault.value('key', hidden.key)} />
      ) : (
        <input type="hidden" name="revision" value={revisionOf(fault, hidden.revision)} />
      )}
      <input type="hidden" name="startsAt" value={valueOf('startsAt')} />
      <input type="hidden" name="place" value={valueOf('place')} />
      <Field
        name="date"
        type="date"
        label={t('session.date')}
        min="2015-01-01"
        max={latest}
        defaultValue={valueOf('date')}
        error={fault.error('date')}
      />
      <lk-head-count
        data-right={t('sum.right')}
        data-less={t('sum.less', { difference: '{n}' })}
        data-more={t('sum.more', { difference: '{n}' })}
        data-first={t('sum.firstTime')}
      >
        {count('present')}
        {count('firstTime')}
        <fieldset className="lk-fields">
          <legend>{t('session.whoTitle')}</legend>
          {count('women')}
          {count('men')}
          {count('unknown', false)}
        </fieldset>
        <p className="lk-sum" data-sum="" />
      </lk-head-count>
      <details className="lk-more" open={withAges}>
        <summary>{t('session.agesTitle')}</summary>
        <p className="utrecht-paragraph">{t('session.agesHelp')}</p>
        {ageBands.map((name) => (
          <div key={name}>{count(name, false)}</div>
        ))}
      </details>
      {lessons.length > 0 && (
        <Select
          name="lesson"
          label={t('session.lesson')}
          required={false}
          placeholder={t('session.noLesson')}
          options={lessons}
          defaultValue={valueOf('lesson')}
          error={fault.error('lesson')}
        />
      )}
      <Field
        {...text('topic')}
        label={t('session.ownTopic')}
        description={t('session.noNames')}
        required={false}
        maxLength={120}
        defaultValue={valueOf('topic')}
      />
      <TextArea
        {...text('note')}
        label={t('session.note')}
        description={t('session.noNames')}
        required={false}
        rows={2}
        maxLength={300}
        defaultValue={valueOf('note')}
      />
      {correcting && (
        <Field
          {...text('reason')}
          label={t('session.reason')}
          description={t('session.reasonHelp')}
          maxLength={200}
          defaultValue={fault.value('reason')}
        />
      )}
      {looksLikeName && <Checkbox name="noNames" label={t('session.isNoName')} />}
      <Button>{button}</Button>
    </PostForm>
  )
}
