import { useTranslation } from 'react-i18next'
import { Badge } from '~/components/primitives/Badge'
import { Link } from '~/components/primitives/Link'
import { Table } from '~/components/primitives/Table'
import { useFrame } from '~/http/frame'
import { formatDate, formatNumber } from '~/i18n/formats'

interface ListedSession {
  id: string
  date: string
  startsAt: string | null
  present: number | null
  firstTime: number | null
  topic: { title: string; lang?: string; dir: 'ltr' | 'rtl' | 'auto' } | null
}

interface SessionTableProps {
  caption: string
  group: string
  today: string
  sessions: ListedSession[]
  /** Sessions that have no head count yet: each leads to its form. */
  planned?: boolean
}

/** Sessions of a group, each with the way to its head count. */
export function SessionTable({ caption, group, today, sessions, planned = false }: SessionTableProps) {
  const { t } = useTranslation('groups')
  const { language } = useFrame()
  const hrefOf = (id: string) => `/${language}/coordinate/groups/${group}/sessions/${id}${planned ? '/register' : ''}`
  const when = ({ date, startsAt }: ListedSession) => (
    <span className={planned ? undefined : 'lk-nowrap'}>
      {formatDate(language, date)}
      {startsAt && (
        <>
          {' '}
          <bdi dir="ltr">{startsAt}</bdi>
        </>
      )}
    </span>
  )
  const number = (value: number | null) => (value === null ? '' : formatNumber(language, value))
  return (
    <Table
      caption={caption}
      columns={
        planned
          ? [
              { key: 'date', header: t('session.date') },
              { key: 'register', header: t('session.toDo') },
            ]
          : [
              { key: 'date', header: t('session.date') },
              { key: 'present', header: t('session.present'), number: true },
              { key: 'firstTime', header: t('session.firstTime'), number: true },
              { key: 'topic', header: t('session.topic') },
            ]
      }
      rows={sessions.map((session) => ({
        id: session.id,
        cells: {
          date: planned ? (
            <>
              {when(session)} {session.date < today && <Badge look="warm">{t('session.late')}</Badge>}
            </>
          ) : (
            <Link href={hrefOf(session.id)}>{when(session)}</Link>
          ),
          register: (
            <Link href={hrefOf(session.id)}>
              {t('group.register')}
              <span className="lk-hidden"> {formatDate(language, session.date)}</span>
            </Link>
          ),
          present: number(session.present),
          firstTime: number(session.firstTime),
          topic: session.topic && (
            <bdi lang={session.topic.lang} dir={session.topic.dir}>
              {session.topic.title}
            </bdi>
          ),
        },
      }))}
    />
  )
}
