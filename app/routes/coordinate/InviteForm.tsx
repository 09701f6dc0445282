import { useTranslation } from 'react-i18next'
import { Button } from '~/components/primitives/Button'
import { Field } from '~/components/primitives/Field'
import { Heading } from '~/components/primitives/Heading'
import { RadioGroup } from '~/components/primitives/RadioGroup'
import type { ShownFault } from '~/http/form-fault'
import { PostForm } from '~/http/post-form'
import { backgrounds } from '~/domain/cohorts/schema'

/** The form that makes invitations to a cohort. */
export function InviteForm({ fault }: { fault: ShownFault }) {
  const { t } = useTranslation('coordinate')
  return (
    <>
      <Heading level={3}>{t('cohort.inviteTitle')}</Heading>
      <PostForm>
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
        <RadioGroup
          name="background"
          label={t('cohort.for')}
          options={backgrounds.map((background) => ({ value: background, label: t(`background.${background}`) }))}
          defaultValue={fault.value('background')}
          error={fault.error('background')}
        />
        <Button>{t('cohort.inviteButton')}</Button>
      </PostForm>
    </>
  )
}
