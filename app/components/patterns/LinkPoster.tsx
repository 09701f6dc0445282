import { useTranslation } from 'react-i18next'
import { Qr } from '../primitives/Qr'

interface LinkPosterProps {
  qr: string
  /** The address to type over, without the scheme. */
  address: string
}

/** A sheet of A4 for a wall: a code that leads to a page, and not a word about what is there. */
export function LinkPoster({ qr, address }: LinkPosterProps) {
  const { t } = useTranslation('sharing')
  return (
    <article className="lk-sheet lk-poster">
      <p className="lk-poster__title">{t('poster.title')}</p>
      <Qr svg={qr} label={t('poster.qr')} />
      <ul className="lk-poster__lines">
        <li>{t('poster.scan')}</li>
        <li>{t('poster.type')}</li>
      </ul>
      <p className="lk-poster__address">
        <bdi dir="ltr" translate="no">
          {address}
        </bdi>
      </p>
      <p>{t('poster.free')}</p>
    </article>
  )
}
