import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { BackLink } from '~/components/patterns/BackLink'
import { NamedTitle } from '~/components/patterns/NamedTitle'
import { Heading } from '~/components/primitives/Heading'
import { Link } from '~/components/primitives/Link'
import { LinkButton } from '~/components/primitives/LinkButton'
import { Notice } from '~/components/primitives/Notice'
import { UserText } from '~/components/primitives/UserText'
import { listSessionHistory } from '~/domain/groups/sessions.server'
import { useFrame } from '~/http/frame'
import { requireGroupSession } from '~/http/group.server'
import { privatePageTitle } from '~/http/page'
import { useSavedAs } from '~/http/saved'
import { changesBetween, shownSession } from '~/http/shown-session.server'
import { formatDate, formatDateTime } from '~/i18n/formats'
import { SessionFacts } from './SessionFacts'

export { managementStyles as links } from '~/http/management-styles'
export const meta: MetaFunction = ({ params }) => privatePageTitle(params, 'session')

export async function loader(args: LoaderFunctionArgs) {
  const { language, group, session } = await requireGroupSession(args)
  const history = await listSessionHistory(session.id)
  return {
    group: { id: group.id, name: group.name },
    session: shownSession(group, session, language),
    // The newest first, so the one before it comes after it.
    history: history.map(({ number, act, recordedAt, reason, author, ...facts }, index) => {
      const shown = shownSession(group, facts, language)
      const earlier = history[index + 1]
      const changes = earlier ? changesBetween(shownSession(group, earlier, language), shown) : []
      return { number, act, at: formatDateTime(language, recordedAt), reason, author, facts: shown, changes }
    }),
  }
}

const changeWords = {
  present: 'session.present',
  firstTime: 'session.firstTime',
  women: 'count.women',
  men: 'count.men',
  unknown: 'count.unknown',
  date: 'session.date',
  startsAt: 'plan.startsAt',
  place: 'form.place',
  topic: 'session.topic',
  note: 'session.note',
} as const

export default function Session() {
  const { group, session, history } = useLoaderData<typeof loader>()
  const { t } = useTranslation('groups')
  const { language } = useFrame()
  const saved = useSavedAs(['registered', 'corrected', 'withdrawn'])
  const here = `/${language}/coordinate/groups/${group.id}`
  const valueOf = (field: string, value: string | null) =>
    value === null ? t('history.nothing') : field === 'date' ? formatDate(language, value) : value
  const { id, status, date } = session
  return (
    <>
      <BackLink href={here}>{group.name}</BackLink>
      {saved && (
        <Notice kind="success" role="status">
          <p className="utrecht-paragraph">{t(`done.${saved}`)}</p>
        </Notice>
      )}
      <NamedTitle kind={t(`status.${status}`)} name={formatDate(language, date)} />
      {saved && (
        <div className="lk-actions">
          <LinkButton href={here}>{t('session.toGroup')}</LinkButton>
        </div>
      )}
      {status === 'withdrawn' && (
        <Notice kind="info">
          <p className="utrecht-paragraph">{t('session.withdrawnText')}</p>
        </Notice>
      )}
      <SessionFacts session={session} />
      {status !== 'withdrawn' && (
        <ul className="lk-links">
          <li>
            <Link href={`${here}/sessions/${id}/register`}>{status === 'planned' ? t('group.register') : t('session.correct')}</Link>
          </li>
          <li>
            <Link href={`${here}/sheet?session=${id}`}>{t('session.sheet')}</Link>
          </li>
          <li>
            <Link href={`/${language}/coordinate/evaluations?session=${id}`}>{t('session.evaluate')}</Link>
          </li>
          <li>
            <Link href={`${here}/sessions/${id}/withdraw`}>{t('session.withdraw')}</Link>
          </li>
        </ul>
      )}
      <Heading level={2}>{t('history.title')}</Heading>
      <ol className="lk-history">
        {history.map(({ number, act, at, reason, author, facts, changes }) => (
          <li key={number}>
            <p className="utrecht-paragraph">
              <strong>{t(`act.${act}`)}</strong>
              {' · '}
              {at}
              {' · '}
              {author === null ? t('history.gone') : <UserText>{author}</UserText>}
            </p>
            {reason && (
              <p className="utrecht-paragraph">
                {t('history.reason')} <UserText>{reason}</UserText>
              </p>
            )}
            {changes.length > 0 && act !== 'registered' && (
              <ul className="lk-changes">
                {changes.map(({ field, before, after }) => (
                  <li key={field}>
                    {t('history.from', {
                      what: t(changeWords[field]),
                      before: valueOf(field, before),
                      after: valueOf(field, after),
                    })}
                  </li>
                ))}
              </ul>
            )}
            <details>
              <summary>{t('history.show', { number })}</summary>
              <SessionFacts session={facts} />
            </details>
          </li>
        ))}
      </ol>
    </>
  )
}
