import { useTranslation } from 'react-i18next'
import { Link } from '~/components/primitives/Link'
import { UserText } from '~/components/primitives/UserText'
import type { Finding } from '~/domain/groups/quality/rules'
import { useFrame } from '~/http/frame'
import { formatDate, formatNumber } from '~/i18n/formats'

export interface ShownFinding extends Finding {
  group: string | null
  otherGroup: string | null
  userName: string | null
  cohort: string | null
}

/** A line of the to-do list in words, with the way to where it is mended. */
export function FindingText({ line }: { line: ShownFinding }) {
  const { t } = useTranslation('quality')
  const { language } = useFrame()
  const { rule, groupId, sessionId, cohortId, date, numbers, other } = line
  const day = date ? formatDate(language, date) : null
  const base = `/${language}/coordinate`
  // A planned session leads to its registration, what a member did not log to where it is logged.
  const session = `${base}/groups/${groupId}/sessions/${sessionId}${rule === 'planned' ? '/register' : ''}`
  const href = cohortId ? `${base}/cohorts/${cohortId}/practice` : sessionId ? session : `${base}/groups/${groupId}`
  const number = (value: number | undefined) => formatNumber(language, value ?? 0)
  return (
    <p className="utrecht-paragraph">
      <Link href={href}>
        {rule === 'practice' ? <UserText>{line.userName ?? '–'}</UserText> : <UserText>{line.group ?? '–'}</UserText>}
        {sessionId && day ? <> · {day}</> : null}
      </Link>
      {rule === 'practice' && line.cohort && (
        <>
          {' '}
          (<UserText>{line.cohort}</UserText>)
        </>
      )}
      {other && (
        <>
          {' '}
          {t('and')}{' '}
          <Link href={`${base}/groups/${other.groupId}/sessions/${other.sessionId}`}>
            {rule === 'sameDay' ? t('otherSession') : <UserText>{line.otherGroup ?? '–'}</UserText>}
          </Link>
        </>
      )}
      {rule === 'size' && <>: {t('line.size', { count: numbers?.present ?? 0 })}</>}
      {rule === 'firstTime' &&
        (numbers?.returning === 0 ? (
          <>: {t('line.newOnceMore')}</>
        ) : (
          <>: {t('line.firstTime', { returning: number(numbers?.returning), earlier: number(numbers?.earlier) })}</>
        ))}
      {rule === 'silent' && <>: {day ? t('line.lastSession', { date: day }) : t('line.noSession')}</>}
      {rule === 'practice' && <>: {day ? t('line.lastLog', { date: day }) : t('line.noLog')}</>}
    </p>
  )
}
