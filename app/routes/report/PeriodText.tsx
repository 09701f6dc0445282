import { useTranslation } from 'react-i18next'

interface PeriodTextProps {
  from: string | null | undefined
  to: string | null | undefined
  /** What the figures are narrowed to. */
  only?: string[]
}

/** Of which period figures are, and of what alone. */
export function PeriodText({ from, to, only = [] }: PeriodTextProps) {
  const { t } = useTranslation('report')
  const period =
    from && to ? t('period.both', { from, to }) : from ? t('period.since', { from }) : to ? t('period.until', { to }) : t('period.all')
  return (
    <>
      {period} {only.length > 0 && t('period.only', { only: only.join(' · ') })}
    </>
  )
}
