import { useTranslation } from 'react-i18next'
import { Button } from '~/components/primitives/Button'
import { FileField } from '~/components/primitives/FileField'
import { Heading } from '~/components/primitives/Heading'
import type { ShownFault } from '~/http/form-fault'
import { PostForm } from '~/http/post-form'

/** The form that takes a translator's file. It is only looked at; what it would change is shown first. */
export function PoUpload({ fault }: { fault: ShownFault }) {
  const { t } = useTranslation('translations')
  return (
    <>
      <Heading level={2}>{t('upload.title')}</Heading>
      <PostForm withFile>
        <FileField
          name="file"
          label={t('upload.file')}
          description={t('upload.help')}
          accept=".po,text/x-gettext-translation"
          error={fault.error('file')}
        />
        <Button name="intent" value="check" look="secondary">
          {t('upload.check')}
        </Button>
      </PostForm>
    </>
  )
}
