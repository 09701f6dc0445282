import { useTranslation } from 'react-i18next'
import { Face, faces } from '../primitives/Face'

interface ScoreSpreadProps {
  /** How many answered and what they said on average, in words. */
  caption: string
  /** How many gave each of the five scores; `text` is the number as it is written. */
  counts: { count: number; text: string }[]
}

/** How the answers to a question lie over the five faces: a number each, and a bar beside it. */
export function ScoreSpread({ caption, counts }: ScoreSpreadProps) {
  const { t } = useTranslation('evaluations')
  const most = Math.max(1, ...counts.map(({ count }) => count))
  // A plain table: it is narrow enough for every screen, and a region that scrolls for each question would be many.
  return (
    <table className="utrecht-table lk-spread">
      <caption>{caption}</caption>
      <thead className="utrecht-table__header">
        <tr>
          <th scope="col" className="utrecht-table__header-cell">
            {t('results.face')}
          </th>
          <th scope="col" className="utrecht-table__header-cell">
            {t('results.count')}
          </th>
        </tr>
      </thead>
      <tbody className="utrecht-table__body">
        {faces.map((face, index) => {
          const { count, text } = counts[index]!
          return (
            <tr key={face}>
              <th scope="row" className="utrecht-table__header-cell">
                <span className="lk-face-word">
                  <Face name={face} />
                  {t(`faces.${face}`)}
                </span>
              </th>
              <td className="utrecht-table__cell">
                <span className="lk-bar">
                  <span className="lk-bar__number">{text}</span>
                  <svg viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true" focusable="false">
                    <rect width={(100 * count) / most} height="12" />
                  </svg>
                </span>
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
