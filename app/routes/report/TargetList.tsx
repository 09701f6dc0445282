import { useTranslation } from 'react-i18next'
import { Link } from '~/components/primitives/Link'
import { UserText } from '~/components/primitives/UserText'
import { useFrame } from '~/http/frame'
import type { ReportView } from '~/http/report-view.server'

/** What was aimed at and what was reached of it, each in its own period. */
export function TargetList({ targets }: { targets: ReportView['targets'] }) {
  const { t } = useTranslation('report')
  const { t: ti } = useTranslation('indicators')
  const { language } = useFrame()
  return (
    <ul className="lk-targets" role="list">
      {targets.map(({ id, indicator, about, from, to, source, target, actual, share, href }) => (
        <li key={id}>
          <p className="utrecht-paragraph">
            <strong id={`target-${id}`}>{[ti(`${indicator}.name`), ...about].join(' · ')}</strong>
          </p>
          <div className="lk-progress">
            <p className="lk-progress__text">
              {href ? (
                <Link href={`/${language}/report/sessions?${href}`}>{t('targets.of', { actual: actual.text, target })}</Link>
              ) : (
                t('targets.of', { actual: actual.text, target })
              )}
            </p>
            {share && <progress aria-labelledby={`target-${id}`} value={share.actual} max={share.target} />}
          </div>
          <p className="utrecht-paragraph lk-small lk-soft">
            {t('period.both', { from, to })} {t('targets.source')} <UserText>{source}</UserText>
          </p>
        </li>
      ))}
    </ul>
  )
}
