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
import { listGroupHistory } from '~/domain/groups/groups.server'
import { mayChangeGroup } from '~/domain/groups/policy'
import { listSessionsOf } from '~/domain/groups/sessions.server'
import { groupFacts } from '~/http/group-facts.server'
import { requireGroup, topicOf } from '~/http/group.server'
import { useFrame } from '~/http/frame'
import { privatePageTitle } from '~/http/page'
import { useSavedAs } from '~/http/saved'
import { formatDateTime, today } from '~/i18n/formats'
import { GroupFacts } from './GroupFacts'
import { SessionTable } from './SessionTable'

export { managementStyles as links } from '~/http/management-styles'
export const meta: MetaFunction = ({ params }) => privatePageTitle(params, 'group')

export async function loader(args: LoaderFunctionArgs) {
  const { language, group } = await requireGroup(args)
  const [{ planned, past }, history] = await Promise.all([listSessionsOf(group), listGroupHistory(group)])
  const line = (session: (typeof past)[number]) => {
    const { id, status, date, startsAt, present, firstTime } = session
    return { id, status, date, startsAt, present, firstTime, topic: topicOf(group, session, language) }
  }
  return {
    id: group.id,
    name: group.name,
    closed: group.closedOn !== null,
    mayChange: mayChangeGroup(group.reach),
    held: group.sessionsHeld,
    reached: group.reached,
    facts: groupFacts(group),
    today: today(),
    planned: planned.map(line),
    past: past.map(line),
    history: history.map(({ number, act, recordedAt, author }) => ({ number, act, at: formatDateTime(language, recordedAt), author })),
  }
}

export default function Group() {
  const { id, name, closed, mayChange, held, reached, facts, today: day, planned, past, history } = useLoaderData<typeof loader>()
  const { t } = useTranslation('groups')
  const { language } = useFrame()
  const here = `/${language}/coordinate/groups/${id}`
  const saved = useSavedAs(['created', 'saved', 'registered', 'corrected', 'planned', 'moved', 'withdrawn', 'closed', 'reopened'])
  return (
    <>
      <BackLink href={`/${language}/coordinate/groups`}>{t('list.title')}</BackLink>
      {saved && (
        <Notice kind="success" role="status">
          <p className="utrecht-paragraph">{t(`done.${saved}`)}</p>
        </Notice>
      )}
      <NamedTitle kind={t(`kind.${facts.kind}`)} name={name} />
      <p className="utrecht-paragraph utrecht-paragraph--lead">
        {t('group.held', { count: held })} {t('group.reached', { count: reached })}
      </p>
      {!closed && (
        <div className="lk-actions">
          <LinkButton href={`${here}/sessions/new`}>{t('group.register')}</LinkButton>
          <LinkButton href={`${here}/plan`} look="secondary">
            {t('group.plan')}
          </LinkButton>
        </div>
      )}
      {planned.length > 0 && (
        <>
          <Heading level={2}>{t('group.plannedTitle')}</Heading>
          <SessionTable caption={t('group.plannedCaption', { count: planned.length })} group={id} today={day} sessions={planned} planned />
        </>
      )}
      <Heading level={2}>{t('group.heldTitle')}</Heading>
      {past.length === 0 ? (
        <p className="utrecht-paragraph">{t('group.neverHeld')}</p>
      ) : (
        <SessionTable caption={t('group.heldCaption', { count: past.length })} group={id} today={day} sessions={past} />
      )}
      <Heading level={2}>{t('group.aboutTitle')}</Heading>
      <GroupFacts facts={facts} />
      <ul className="lk-links">
        <li>
          <Link href={`${here}/sheet`}>{t('group.sheet')}</Link>
        </li>
        <li>
          <Link href={`/${language}/coordinate/evaluations?group=${id}`}>{t('group.evaluate')}</Link>
        </li>
        {mayChange && (
          <>
            <li>
              <Link href={`${here}/edit`}>{t('group.edit')}</Link>
            </li>
            <li>
              <Link href={`/${language}/coordinate/groups/new?copy=${id}`}>{t('group.copy')}</Link>
            </li>
            <li>
              <Link href={`${here}/close`}>{closed ? t('group.reopen') : t('group.close')}</Link>
            </li>
          </>
        )}
      </ul>
      <details className="lk-more">
        <summary>{t('history.group')}</summary>
        <ol className="lk-history">
          {history.map(({ number, act, at, author }) => (
            <li key={number}>
              <strong>{t(`groupAct.${act}`)}</strong>
              {' · '}
              {at}
              {' · '}
              {author === null ? t('history.gone') : <UserText>{author}</UserText>}
            </li>
          ))}
        </ol>
      </details>
    </>
  )
}
