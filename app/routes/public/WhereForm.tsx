import { useTranslation } from 'react-i18next'
import { Button } from '~/components/primitives/Button'
import { Field } from '~/components/primitives/Field'
import { Select } from '~/components/primitives/Select'
import { professions } from '~/domain/library/reach/schema'
import type { ShownFault } from '~/http/form-fault'
import { useFrame } from '~/http/frame'
import { PostForm } from '~/http/post-form'

interface WhereFormProps {
  /** Id of the item that is looked at. */
  item: string
  /** What was typed before, and what was wrong with it. */
  fault?: ShownFault
  /** Left out below an item: four hundred names are more than the rest of the page. */
  municipalities?: { value: string; hint: string }[]
}

/** What a visitor may say of herself: where she works, and as what. Nobody has to. */
export function WhereForm({ item, fault, municipalities }: WhereFormProps) {
  const { t } = useTranslation('reach')
  const { language } = useFrame()
  const basics = (name: string) => ({ name, required: false, defaultValue: fault?.value(name) ?? '', error: fault?.error(name) })
  return (
    <PostForm action={`/${language}/library/${item}/where`}>
      <Field
        {...basics('municipality')}
        label={t('where.municipality')}
        dir="auto"
        autoComplete="off"
        maxLength={80}
        {...(municipalities ? { suggestions: municipalities } : {})}
      />
      <Select
        {...basics('profession')}
        label={t('where.profession')}
        placeholder={t('where.choose')}
        options={professions.map((value) => ({ value, label: t(`professions.${value}`) }))}
      />
      <Button look="secondary">{t('where.button')}</Button>
    </PostForm>
  )
}
