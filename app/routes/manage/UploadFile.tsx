import { useTranslation } from 'react-i18next'
import { Button } from '~/components/primitives/Button'
import { Field } from '~/components/primitives/Field'
import { FileField } from '~/components/primitives/FileField'
import { RadioGroup } from '~/components/primitives/RadioGroup'
import type { ShownFault } from '~/http/form-fault'
import { useFrame } from '~/http/frame'
import type { slotPage } from '~/http/library-files.server'
import { PostForm } from '~/http/post-form'
import { uploadScript } from '~/http/upload-script'

type Shown = Pick<
  Awaited<ReturnType<typeof slotPage>>,
  'item' | 'slot' | 'hasVoices' | 'wanted' | 'accept' | 'size' | 'limit' | 'resumable'
>

/** The form to upload a file. With scripting it goes in pieces, and shows how far it is. */
export function UploadFile({ shown, fault }: { shown: Shown; fault: ShownFault }) {
  const { t } = useTranslation('media')
  const { formToken } = useFrame()
  const { item, slot, resumable } = shown
  return (
    <lk-upload
      data-address={resumable.address}
      data-unfinished={resumable.unfinished}
      data-item={item.id}
      data-language={slot.language}
      data-role={slot.role}
      data-limit={shown.limit}
      data-token={formToken}
      data-sending={t('slot.sending', { percent: '{percent}' })}
      data-lost={t('slot.lost')}
      data-checking={t('slot.checking')}
    >
      <PostForm withFile>
        <Field
          name="title"
          label={t('slot.title')}
          description={t('slot.titleHelp')}
          required={false}
          dir="auto"
          autoComplete="off"
          maxLength={120}
          defaultValue={fault.value('title')}
          error={fault.error('title')}
        />
        {shown.hasVoices && (
          <RadioGroup
            name="voices"
            label={t('slot.voices')}
            description={t('slot.voicesHelp')}
            options={[
              { value: 'person', label: t('slot.voicesPerson'), hint: t('slot.voicesPersonHelp') },
              { value: 'synthetic', label: t('slot.voicesSynthetic') },
            ]}
            defaultValue={fault.value('voices')}
            error={fault.error('voices')}
          />
        )}
        <FileField
          name="file"
          label={t('slot.file')}
          description={t(`slot.fileHelp.${shown.wanted}`, { size: `\u2068${shown.size}\u2069` })}
          accept={shown.accept}
          error={fault.error('file')}
        />
        <div className="lk-progress" data-progress hidden>
          <p className="lk-progress__text" id="upload-progress" />
          <progress max={1} value={0} aria-labelledby="upload-progress" />
        </div>
        <p className="utrecht-paragraph">{t('slot.uploadHelp')}</p>
        <Button>{t('slot.upload')}</Button>
      </PostForm>
      <script type="module" src={uploadScript} />
    </lk-upload>
  )
}
