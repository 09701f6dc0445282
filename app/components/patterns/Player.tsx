import { useTranslation } from 'react-i18next'
import { formatNumber } from '~/i18n/formats'
import { languageNames, type Language } from '~/i18n/languages'
import { Button } from '../primitives/Button'
import { Link } from '../primitives/Link'
import type { PlayerData } from './recording'

const speeds = [0.75, 1, 1.25, 1.5]

interface PlayerProps {
  player: PlayerData
  /** The page's language. */
  language: Language
  title: string
  /** It stands in a frame of another site. */
  embedded?: boolean
}

/**
 * A recording with the browser's own controls. Nothing of it is loaded before somebody plays it. What is `hidden` here needs a
 * script: `lk-player`, which stands around it, brings it to light.
 */
export function Player({ player, language, title, embedded }: PlayerProps) {
  const { t } = useTranslation('library')
  const { kind, spoken, file, small } = player
  const isFilm = kind === 'film'
  const label = t('player.label', { title })
  const tracks = player.tracks.map(({ href, kind: of, language: srcLang, label: name, shown }) => (
    <track key={href} src={href} kind={of} srcLang={srcLang} label={name} default={shown && isFilm && of === 'captions'} />
  ))
  return (
    <section className="lk-player" aria-label={label}>
      {spoken !== language && (
        <p className="lk-small lk-soft">
          {t(isFilm ? 'player.heardFilm' : 'player.heardAudio', { spoken: `\u2068${languageNames[spoken]}\u2069` })}
        </p>
      )}
      {isFilm ? (
        // eslint-disable-next-line jsx-a11y/media-has-caption -- its tracks stand in a list
        <video
          className="lk-player__film"
          controls
          preload="none"
          playsInline
          poster={player.still ?? undefined}
          src={file.href}
          aria-label={label}
        >
          {tracks}
        </video>
      ) : (
        // eslint-disable-next-line jsx-a11y/media-has-caption -- its tracks stand in a list
        <audio className="lk-player__audio" controls preload="none" src={file.href} aria-label={label}>
          {tracks}
        </audio>
      )}
      <div data-lost role="alert" hidden>
        <p className="lk-player__lost">
          {t('player.lost')}{' '}
          <Button look="secondary" type="button">
            {t('player.resume')}
          </Button>
        </p>
      </div>
      <div className="lk-player__speeds" role="group" aria-label={t('player.speed')} data-scripted hidden>
        <span aria-hidden="true">{t('player.speed')}</span>
        {speeds.map((speed) => (
          <button key={speed} className="lk-player__speed" type="button" data-speed={speed} aria-pressed={speed === 1}>
            <bdi dir="ltr">{formatNumber(language, speed)} ×</bdi>
          </button>
        ))}
      </div>
      <ul className="lk-player__files">
        {small && (
          <li data-small>
            <Link href={small.href} newTab={embedded}>
              {t(isFilm ? 'player.smallFilm' : 'player.smallAudio', { size: small.size })}
            </Link>
          </li>
        )}
        <li>
          <Link href={`${file.href}?download`} download>
            {t('player.download', { size: file.size })}
          </Link>
        </li>
        {small && (
          <li>
            <Link href={`${small.href}?download`} download>
              {t('player.downloadSmall', { size: small.size })}
            </Link>
          </li>
        )}
      </ul>
      <p className="lk-small lk-soft" role="status" data-saying={t('player.small')} />
      {player.voices && <p className="lk-small lk-soft">{t(`player.${player.voices}`)}</p>}
      {player.stale && <p className="lk-line">{t('player.stale')}</p>}
    </section>
  )
}
