import { useTranslation } from 'react-i18next'
import type { AskedInWords } from '~/http/report-asked.server'
import { PeriodText } from './PeriodText'

/** What a file was asked with. */
export function AskedText({ asked }: { asked: AskedInWords | null }) {
  const { t } = useTranslation('report')
  if (!asked) return <>–</>
  const { from, to, only, by, sessions } = asked
  return (
    <>
      <PeriodText from={from} to={to} only={only} /> {sessions && t('asked.sessions')}{' '}
      {by.length > 0 && t('asked.by', { by: by.join(' · ') })}
    </>
  )
}
