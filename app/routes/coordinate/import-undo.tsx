import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { BackLink } from '~/components/patterns/BackLink'
import { Button } from '~/components/primitives/Button'
import { DataList } from '~/components/primitives/DataList'
import { Heading } from '~/components/primitives/Heading'
import { Link } from '~/components/primitives/Link'
import { Notice } from '~/components/primitives/Notice'
import { UserText } from '~/components/primitives/UserText'
import { mayCoordinate } from '~/domain/accounts/policy'
import { findImport, undoImport } from '~/domain/groups/import/imports.server'
import { notFound, requireAccount, requireLanguage } from '~/http/context.server'
import { useFrame } from '~/http/frame'
import { requireId } from '~/http/ids.server'
import { privatePageTitle } from '~/http/page'
import { PostForm } from '~/http/post-form'
import { useSaved } from '~/http/saved'
import { formatDateTime, formatNumber } from '~/i18n/formats'
import { CoordinateNav } from './CoordinateNav'

export { managementStyles as links } from '~/http/management-styles'
export const meta: MetaFunction = ({ params }) => privatePageTitle(params, 'import')

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params)
  const person = requireAccount(context, { request, language, may: mayCoordinate })
  const found = await findImport(person, requireId(params.import))
  if (!found) throw notFound()
  const { groupCount, sessionCount, createdAt, undoneAt, author, undoneBy, organisation, groups, changed, moved } = found
  return {
    counts: { newGroups: groupCount, sessions: sessionCount },
    organisation: organisation.name,
    at: formatDateTime(language, createdAt),
    author,
    undoneAt: undoneAt && formatDateTime(language, undoneAt),
    undoneBy,
    groups: groups.map(({ id, name, withdrawnAt }) => ({ id, name, there: withdrawnAt === null })),
    changed,
    moved,
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const language = requireLanguage(params)
  const person = requireAccount(context, { request, language, may: mayCoordinate })
  const found = await findImport(person, requireId(params.import))
  if (!found) throw notFound()
  // The page itself lists what was changed since, and says that it cannot be undone.
  if ((await undoImport(person, found)) === 'changed') return data({ refused: true }, { status: 409 })
  return redirect(`/${language}/coordinate/import/${found.id}?undone`, 303)
}

export default function ImportUndo() {
  const { counts, organisation, at, author, undoneAt, undoneBy, groups, changed, moved } = useLoaderData<typeof loader>()
  const refused = useActionData() !== undefined
  const { t } = useTranslation('import')
  const { language } = useFrame()
  const done = { made: useSaved('made'), before: useSaved('before') }
  const groupLink = ({ id, name }: { id: string; name: string }) => (
    <Link href={`/${language}/coordinate/groups/${id}`}>
      <UserText>{name}</UserText>
    </Link>
  )
  return (
    <>
      <CoordinateNav current="import" within />
      <BackLink href={`/${language}/coordinate/import`}>{t('one.back')}</BackLink>
      <Heading level={1}>{t('one.title')}</Heading>
      {(['made', 'before'] as const).map(
        (what) =>
          done[what] &&
          !undoneAt &&
          !refused && (
            <Notice key={what} kind={what === 'made' ? 'success' : 'info'} role="status">
              <p className="utrecht-paragraph">{t(`one.${what}`)}</p>
            </Notice>
          ),
      )}
      {undoneAt && (
        <Notice kind="info" role="status" title={t('one.undoneTitle')}>
          <p className="utrecht-paragraph">
            {t('one.undoneText', { date: undoneAt })} {undoneBy && <UserText>{undoneBy}</UserText>}
          </p>
        </Notice>
      )}
      <DataList
        items={[
          { key: 'at', term: t('list.at'), value: at },
          { key: 'author', term: t('list.author'), value: author ? <UserText>{author}</UserText> : '–' },
          { key: 'organisation', term: t('list.organisation'), value: <UserText>{organisation}</UserText> },
          { key: 'newGroups', term: t('counts.newGroups'), value: formatNumber(language, counts.newGroups) },
          { key: 'sessions', term: t('counts.sessions'), value: formatNumber(language, counts.sessions) },
        ]}
      />
      <Heading level={2}>{t('one.groups')}</Heading>
      <ul className="utrecht-unordered-list">
        {groups.map((group) => (
          <li key={group.id} className="utrecht-unordered-list__item">
            {group.there ? groupLink(group) : <UserText>{group.name}</UserText>}
          </li>
        ))}
      </ul>
      {!undoneAt && (
        <>
          <Heading level={2}>{t('one.undoTitle')}</Heading>
          {moved || changed.length > 0 ? (
            <Notice kind="warning" title={t('one.changedTitle')} {...(refused ? { role: 'status' } : {})}>
              {moved && <p className="utrecht-paragraph">{t('one.movedText')}</p>}
              {changed.length > 0 && (
                <>
                  <p className="utrecht-paragraph">{t('one.changedText')}</p>
                  <ul className="utrecht-unordered-list">
                    {changed.map((group) => (
                      <li key={group.id} className="utrecht-unordered-list__item">
                        {groupLink(group)}
                      </li>
                    ))}
                  </ul>
                </>
              )}
            </Notice>
          ) : (
            <>
              <p className="utrecht-paragraph">{t('one.undoText')}</p>
              <PostForm>
                <Button look="secondary">{t('one.undo')}</Button>
              </PostForm>
            </>
          )}
        </>
      )}
    </>
  )
}
