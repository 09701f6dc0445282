import { useTranslation } from 'react-i18next'
import { formatClock } from '~/i18n/formats'
import type { Direction, Language } from '~/i18n/languages'
import { DraftLine } from './DraftLine'
import { FallbackLine } from './FallbackLine'

export interface TranscriptTurn {
  speaker: string
  text: string
  /** When it is heard, in seconds; null without a recording. */
  start: number | null
  end: number | null
}

/** What is said, in one language. */
export interface TranscriptData {
  lang: Language
  dir: Direction
  /** The modest lines that it needs. */
  lines: { fallback: boolean; state: 'draft' | 'stale' | null }
  chapters: { id: string; title: string; turns: TranscriptTurn[] }[]
  /** It was written for voices of a computer, and people are heard: they may say something else. */
  ofComputer: boolean
}

interface TranscriptProps {
  transcript: TranscriptData
  /** The page's language. */
  language: Language
  /** The page in Dutch. */
  sourceHref: string
  /** It lies open from the beginning: what is heard is in another language, or nothing is heard yet. */
  open: boolean
}

/** What is said, with who says it. With scripting each turn can be played, and the one that is heard is marked. */
export function Transcript({ transcript, language, sourceHref, open }: TranscriptProps) {
  const { t } = useTranslation('library')
  const { lang, dir, lines, chapters, ofComputer } = transcript
  return (
    <details className="lk-transcript" open={open}>
      <summary>
        <h2 className="utrecht-heading-2">{t('player.transcript')}</h2>
      </summary>
      {lines.fallback && <FallbackLine language={language} shown={lang} />}
      {lines.state && <DraftLine state={lines.state} sourceHref={sourceHref} />}
      {ofComputer && <p className="lk-line">{t('player.ofComputer')}</p>}
      <div lang={lang} dir={dir}>
        {chapters.map((chapter) => (
          <section key={chapter.id}>
            <h3 className="utrecht-heading-3">{chapter.title}</h3>
            {chapter.turns.map((turn, index) => (
              <div key={index} className="lk-turn" data-start={turn.start ?? undefined} data-end={turn.end ?? undefined}>
                <p className="lk-turn__text">
                  <b>{turn.speaker}:</b> {turn.text}
                </p>
                {turn.start !== null && (
                  <button
                    className="lk-turn__time"
                    type="button"
                    data-at={turn.start}
                    data-scripted
                    hidden
                    lang={language}
                    aria-label={t('player.fromHere', { time: formatClock(turn.start) })}
                  >
                    <bdi dir="ltr">{formatClock(turn.start)}</bdi>
                  </button>
                )}
              </div>
            ))}
          </section>
        ))}
      </div>
    </details>
  )
}
