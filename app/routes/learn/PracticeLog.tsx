import { useTranslation } from 'react-i18next'
import { Badge } from '~/components/primitives/Badge'
import { Button } from '~/components/primitives/Button'
import { Field } from '~/components/primitives/Field'
import { Heading } from '~/components/primitives/Heading'
import { RadioGroup } from '~/components/primitives/RadioGroup'
import { Table } from '~/components/primitives/Table'
import { TextArea } from '~/components/primitives/TextArea'
import { UserText } from '~/components/primitives/UserText'
import type { MonthState } from '~/domain/cohorts/practice'
import { practiceKinds } from '~/domain/cohorts/schema'
import { useFormFault } from '~/http/form-fault'
import { useFrame } from '~/http/frame'
import { PostForm } from '~/http/post-form'
import { formatDate } from '~/i18n/formats'
import { IsNoName } from '../coordinate/IsNoName'

export interface ShownPractice {
  lines: { id: string; kind: (typeof practiceKinds)[number]; date: string; note: string | null }[]
  months: { from: string; until: string; state: MonthState }[]
}

interface PracticeLogProps {
  practice: ShownPractice
  /** Made with the page: sending the same form twice makes one line. */
  formKey: string
  /** The days that a line can be about. */
  from: string
  until: string
  /** False: the log can be read only. */
  open: boolean
}

/** The practice log of one member: what to log, what was logged, and each month with its state. */
export function PracticeLog({ practice, formKey, from, until, open }: PracticeLogProps) {
  const { t } = useTranslation('coordinate')
  return (
    <>
      {open && (
        <>
          <Heading level={2}>{t('practiceLog.formTitle')}</Heading>
          <PracticeForm formKey={formKey} from={from} until={until} />
        </>
      )}
      <Months months={practice.months} />
      <Lines lines={practice.lines} open={open} />
    </>
  )
}

function PracticeForm({ formKey, from, until }: { formKey: string; from: string; until: string }) {
  const { t } = useTranslation('coordinate')
  const fault = useFormFault()
  return (
    <PostForm>
      <input type="hidden" name="key" value={fault.value('key', formKey)} />
      <RadioGroup
        name="kind"
        label={t('practiceLog.kind')}
        options={practiceKinds.map((kind) => ({ value: kind, label: t(`practice.kinds.${kind}`) }))}
        defaultValue={fault.value('kind')}
        error={fault.error('kind')}
      />
      <Field
        name="date"
        type="date"
        label={t('meetings.date')}
        min={from}
        max={until}
        defaultValue={fault.value('date')}
        error={fault.error('date')}
      />
      <TextArea
        name="note"
        required={false}
        rows={3}
        maxLength={5000}
        label={t('practiceLog.note')}
        description={t('practiceLog.noteHelp')}
        autoComplete="off"
        defaultValue={fault.value('note')}
        error={fault.error('note')}
      />
      <IsNoName fault={fault} field="note" />
      <Button>{t('practiceLog.button')}</Button>
    </PostForm>
  )
}

function Months({ months }: Pick<ShownPractice, 'months'>) {
  const { t } = useTranslation('coordinate')
  const { language } = useFrame()
  return (
    <Table
      caption={t('practiceLog.monthsCaption')}
      columns={[
        { key: 'month', header: t('practiceLog.month') },
        { key: 'state', header: t('practiceLog.state') },
      ]}
      rows={months.map(({ from, until, state }) => ({
        id: from,
        cells: {
          month: t('cohorts.period', { from: formatDate(language, from), until: formatDate(language, until) }),
          state: (
            <Badge look={state === 'late' ? 'warm' : state === 'later' ? 'neutral' : 'action'}>{t(`practiceLog.states.${state}`)}</Badge>
          ),
        },
      }))}
    />
  )
}

function Lines({ lines, open }: { lines: ShownPractice['lines']; open: boolean }) {
  const { t } = useTranslation('coordinate')
  const { language } = useFrame()
  return (
    <>
      <Heading level={2}>{t('practiceLog.linesTitle')}</Heading>
      {lines.length === 0 && <p className="utrecht-paragraph">{t('practiceLog.noLines')}</p>}
      {lines.map(({ id, kind, date, note }) => (
        <article key={id} className="lk-entry">
          <p className="utrecht-paragraph">
            <strong>{t(`practice.kinds.${kind}`)}</strong> · {formatDate(language, date)}
          </p>
          {note && (
            <p className="utrecht-paragraph">
              <UserText>{note}</UserText>
            </p>
          )}
          {open && (
            <PostForm inline>
              <input type="hidden" name="entry" value={id} />
              <Button
                look="plain"
                label={t('practiceLog.withdrawLabel', { kind: t(`practice.kinds.${kind}`), date: formatDate(language, date) })}
              >
                {t('practiceLog.withdraw')}
              </Button>
            </PostForm>
          )}
        </article>
      ))}
    </>
  )
}
