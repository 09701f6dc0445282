import { useTranslation } from 'react-i18next'
import { Button } from '~/components/primitives/Button'
import { Field } from '~/components/primitives/Field'
import type { ShownFault } from '~/http/form-fault'
import { PostForm } from '~/http/post-form'
import { FindingText, type ShownFinding } from './FindingText'

/** A line of the to-do list, with the form that says it is right as it is. */
export function ToDoLine({ line, fault }: { line: ShownFinding; fault: ShownFault }) {
  const { t } = useTranslation('quality')
  const { key } = line
  // The error summary leads to "reason": the field of the line that was sent.
  const sent = fault.summary.length > 0 && fault.value('key') === key
  return (
    <li>
      <FindingText line={line} />
      <details className="lk-fold" open={sent}>
        <summary>{t('isRight')}</summary>
        <PostForm>
          <input type="hidden" name="key" value={key} />
          <Field
            name="reason"
            id={sent ? 'reason' : `reason-${key}`}
            label={t('reason')}
            description={t('reasonHelp')}
            maxLength={200}
            autoComplete="off"
            {...(sent ? { defaultValue: fault.value('reason'), error: fault.error('reason') } : {})}
          />
          <Button look="secondary" name="intent" value="accept">
            {t('accept')}
          </Button>
        </PostForm>
      </details>
    </li>
  )
}
