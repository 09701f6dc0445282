import { Qr } from '../primitives/Qr'

interface EvaluationSheetProps {
  qr: string
  qrLabel: string
  /** The invitation in each language. */
  lines: { lang: string; dir: 'ltr' | 'rtl'; text: string }[]
  /** The address to type over, without the scheme. */
  address: string
}

/** A sheet of A4 for the wall or the table: a QR code, and what it is for in every language. */
export function EvaluationSheet({ qr, qrLabel, lines, address }: EvaluationSheetProps) {
  return (
    <article className="lk-sheet lk-poster">
      <Qr svg={qr} label={qrLabel} />
      <ul className="lk-poster__lines">
        {lines.map(({ lang, dir, text }) => (
          <li key={lang} lang={lang} dir={dir}>
            {text}
          </li>
        ))}
      </ul>
      <p className="lk-poster__address">
        <bdi dir="ltr" translate="no">
          {address}
        </bdi>
      </p>
    </article>
  )
}
