import { useTranslation } from 'react-i18next'
import { formatClock } from '~/i18n/formats'
import { Heading } from '../primitives/Heading'
import type { TranscriptData } from './Transcript'

/**
 * The chapters of a recording. Each link plays the file from there, in a page of the browser's own; with scripting it is played
 * where the reader is.
 */
export function ChapterList({ transcript: { chapters, lang, dir }, href }: { transcript: TranscriptData; href: string }) {
  const { t } = useTranslation('library')
  return (
    <>
      <Heading level={2}>{t('player.chapters')}</Heading>
      <ol className="lk-chapters">
        {chapters.map(({ id, title, turns }) => {
          const start = turns[0]?.start ?? 0
          return (
            <li key={id}>
              <a className="utrecht-link utrecht-link--html-a" href={`${href}#t=${start}`} data-at={start} lang={lang} dir={dir}>
                {title}
              </a>{' '}
              <span className="lk-chapters__time" dir="ltr">
                {formatClock(start)}
              </span>
            </li>
          )
        })}
      </ol>
    </>
  )
}
