import { useTranslation } from 'react-i18next'

export interface ListenRecording {
  address: string
  /** Its size in words: `0,4 MB`. */
  size: string
}

interface ListenProps {
  /** The text is recorded, and the recording says what the text says now. */
  recording: ListenRecording | null
  /** The language of the text that stands here, which may differ from the page's. */
  lang: string
}

/**
 * Hearing a text. A recording where there is one. Else, with scripting, the device's own voice, if the device itself has one
 * for this very language; else one line that says that there is no sound. `lk-listen` never reads in another language, and
 * never lets a voice somewhere on the internet read along.
 */
export function Listen({ recording, lang }: ListenProps) {
  const { t } = useTranslation('common')
  if (recording)
    return (
      <div className="lk-listen">
        {/* eslint-disable-next-line jsx-a11y/media-has-caption -- what is read aloud stands on the page */}
        <audio className="lk-listen__player" src={recording.address} controls preload="none" aria-label={t('listen.label')} />
        <p className="lk-small lk-soft">{t('listen.recorded', { size: recording.size })}</p>
      </div>
    )
  return (
    <lk-listen class="lk-listen" data-lang={lang} data-stop={t('listen.stop')} data-no-voice={t('listen.noVoice')}>
      <p className="lk-small lk-soft">{t('listen.none')}</p>
      <button className="utrecht-button utrecht-button--secondary-action" type="button" hidden>
        {t('listen.start')}
      </button>
    </lk-listen>
  )
}
