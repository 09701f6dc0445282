import { useTranslation } from 'react-i18next'
import { Button } from '~/components/primitives/Button'
import { FileField } from '~/components/primitives/FileField'
import type { ShownFault } from '~/http/form-fault'
import { PostForm } from '~/http/post-form'

/** The form that takes a spreadsheet for a dry run. */
export function ImportUpload({ fault }: { fault: ShownFault }) {
  const { t } = useTranslation('import')
  return (
    <PostForm withFile>
      <FileField name="file" label={t('file')} description={t('fileHelp')} accept=".csv,.txt,text/csv" error={fault.error('file')} />
      <Button>{t('check')}</Button>
    </PostForm>
  )
}
