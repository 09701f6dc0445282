import { useTranslation } from 'react-i18next'
import { Link } from '~/components/primitives/Link'
import { UserText } from '~/components/primitives/UserText'
import { useFrame } from '~/http/frame'

interface AuditSubjectProps {
  type: string
  id: string
  userName: string | null
}

const pages: Record<string, (id: string) => string> = {
  cohort: (id) => `coordinate/cohorts/${id}`,
  evaluation: (id) => `coordinate/evaluations/${id}`,
  group: (id) => `coordinate/groups/${id}`,
  import: (id) => `coordinate/import/${id}`,
  invitation: (id) => `coordinate/invitations/${id}`,
  organisation: () => 'manage/organisations',
  translation: (id) => `manage/content/${id}`,
}

/** What a line of the audit log is about, with the page to see it on where there is one. */
export function AuditSubject({ type, id, userName }: AuditSubjectProps) {
  const { t } = useTranslation('manage')
  const { language } = useFrame()
  if (type === 'account') return <PersonLink id={id} userName={userName} />
  const word = t(`audit.subjects.${type as 'cohort'}`, { defaultValue: type })
  const address = pages[type]
  return address ? <Link href={`/${language}/${address(id)}`}>{word}</Link> : <>{word}</>
}

/** Somebody by user name; of an account that was deleted nothing is left but that it was there. */
export function PersonLink({ id, userName }: { id: string; userName: string | null }) {
  const { t } = useTranslation('manage')
  const { language } = useFrame()
  if (userName === null) return <span className="lk-soft">{t('audit.gone')}</span>
  return (
    <Link href={`/${language}/manage/people/${id}`}>
      <UserText>{userName}</UserText>
    </Link>
  )
}
