import { useTranslation } from 'react-i18next'
import { Button } from '~/components/primitives/Button'
import { Field } from '~/components/primitives/Field'
import { Heading } from '~/components/primitives/Heading'
import { RadioGroup } from '~/components/primitives/RadioGroup'
import type { ShownFault } from '~/http/form-fault'
import { PostForm } from '~/http/post-form'
import { backgrounds } from '~/domain/cohorts/schema'

/** The form that makes invitations to a cohort. */
export function InviteForm({ fault, formKey }: { fault: ShownFault; formKey: string }) {
  const { t } = useTranslation('coordinate')
  return (
    <>
      <Heading level={2}>{t('cohort.inviteTitle')}</Heading>
      <PostForm>
        <input type="hidden" name="key" value={fault.value('key', formKey)} />
        <Field
          name="number"
          type="number"
          short
          label={t('cohort.number')}
          description={t('cohort.numberHelp')}
          min={1}
          max={50}
          defaultValue={fault.value('number', '1')}
          error={fault.error('number')}
        />
        <BackgroundField fault={fault} />
        <Button>{t('cohort.inviteButton')}</Button>
      </PostForm>
    </>
  )
}

/** For whom an invitation is. */
export function BackgroundField({ fault, now }: { fault: ShownFault; now?: string }) {
  const { t } = useTranslation('coordinate')
  return (
    <RadioGroup
      name="background"
      label={now === undefined ? t('cohort.for') : t('cohort.background')}
      options={backgrounds.map((background) => ({ value: background, label: t(`background.${background}`) }))}
      defaultValue={fault.value('background', now)}
      error={fault.error('background')}
    />
  )
}
