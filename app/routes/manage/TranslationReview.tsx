import { useTranslation } from 'react-i18next'
import { Button, type ButtonLook } from '~/components/primitives/Button'
import { Checkbox } from '~/components/primitives/Checkbox'
import { Heading } from '~/components/primitives/Heading'
import type { ShownFault } from '~/http/form-fault'
import { PostForm } from '~/http/post-form'

interface TranslationReviewProps {
  /** Of what is shown: it is that which was read. */
  base: string
  fault: ShownFault
  /** Not the primary one, where something else comes next. */
  look: ButtonLook
}

/** Says that somebody who speaks the language has read the whole translation. */
export function TranslationReview({ base, fault, look }: TranslationReviewProps) {
  const { t } = useTranslation('translations')
  return (
    <>
      <Heading level={2}>{t('review.title')}</Heading>
      <PostForm>
        <input type="hidden" name="base" value={base} />
        <Checkbox name="readInFull" label={t('review.box')} error={fault.error('readInFull')} />
        <Button name="intent" value="review" look={look}>
          {t('review.button')}
        </Button>
      </PostForm>
    </>
  )
}
