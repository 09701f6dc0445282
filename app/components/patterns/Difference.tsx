import { useTranslation } from 'react-i18next'
import type { ReactNode } from 'react'

interface DifferenceProps {
  /** What sort of piece it is, in the language of the page. */
  kind: string
  change: 'same' | 'changed' | 'added' | 'gone'
  pieces: { change: 'same' | 'added' | 'gone'; text: string }[]
  /** Language and direction of the piece itself. */
  lang: string
  dir: 'ltr' | 'rtl'
  /** What stands beside it: the translation of this piece. */
  children?: ReactNode
}

/**
 * One piece of a text between two versions: what is gone is struck through, what is new is underlined, and both are said in words
 * for who hears the page. Whether the whole piece is new, gone or changed stands above it.
 */
export function Difference({ kind, change, pieces, lang, dir, children }: DifferenceProps) {
  const { t, i18n } = useTranslation('translations')
  const said = (words: string) => (
    // Most screen readers do not say by themselves what is inserted or deleted.
    <span className="lk-hidden" lang={i18n.language}>
      {' '}
      [{words}]{' '}
    </span>
  )
  return (
    <div className={`lk-difference lk-difference--${change}`}>
      <p className="lk-difference__kind">
        {kind} · <strong>{t(`change.${change}`)}</strong>
      </p>
      <p className="lk-difference__text" lang={lang} dir={dir}>
        {pieces.map((piece, index) =>
          piece.change === 'same' ? (
            <span key={index}>{piece.text}</span>
          ) : piece.change === 'added' ? (
            <ins key={index}>
              {said(t('said.added'))}
              {piece.text}
              {said(t('said.end'))}
            </ins>
          ) : (
            <del key={index}>
              {said(t('said.gone'))}
              {piece.text}
              {said(t('said.end'))}
            </del>
          ),
        )}
      </p>
      {children}
    </div>
  )
}
