import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '~/components/patterns/EmptyState'
import { Heading } from '~/components/primitives/Heading'
import { Link } from '~/components/primitives/Link'
import { LinkButton } from '~/components/primitives/LinkButton'
import { Notice } from '~/components/primitives/Notice'
import { Table } from '~/components/primitives/Table'
import { UserText } from '~/components/primitives/UserText'
import { mayOversee } from '~/domain/accounts/policy'
import { listTargetsAsOf } from '~/domain/participation/targets.server'
import { requireAccount, requireLanguage } from '~/http/context.server'
import { useFrame } from '~/http/frame'
import { manageSections } from '~/http/manage-sections.server'
import { privatePageTitle } from '~/http/page'
import { useSavedAs } from '~/http/saved'
import { targetLines } from '~/http/target.server'
import { ManageNav } from './ManageNav'

export { reportStyles as links } from '~/http/report-styles'
export const meta: MetaFunction = ({ params }) => privatePageTitle(params, 'targets')

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params)
  const person = requireAccount(context, { request, language, may: mayOversee })
  return { sections: manageSections(person), targets: await targetLines(await listTargetsAsOf(new Date()), language) }
}

const done = ['created', 'saved', 'withdrawn'] as const

export default function Targets() {
  const { sections, targets } = useLoaderData<typeof loader>()
  const { t } = useTranslation('report')
  const { t: ti } = useTranslation('indicators')
  const { language } = useFrame()
  const saved = useSavedAs(done)
  const button = <LinkButton href={`/${language}/manage/targets/new`}>{t('target.new')}</LinkButton>
  return (
    <>
      <ManageNav sections={sections} />
      <Heading level={1}>{t('target.title')}</Heading>
      {saved && (
        <Notice kind="success" role="status">
          <p className="utrecht-paragraph">{t(`target.done.${saved}`)}</p>
        </Notice>
      )}
      {targets.length === 0 ? (
        <EmptyState title={t('target.empty')}>{button}</EmptyState>
      ) : (
        <>
          <div className="lk-actions">{button}</div>
          <Table
            caption={t('target.caption', { count: targets.length })}
            columns={[
              { key: 'indicator', header: t('target.indicator') },
              { key: 'target', header: t('target.number'), number: true },
            ]}
            rows={targets.map(({ id, indicator, about, target, from, to, source }) => ({
              id,
              cells: {
                indicator: (
                  <>
                    <Link href={`/${language}/manage/targets/${id}`}>{[ti(`${indicator}.name`), ...about].join(' · ')}</Link>
                    <br />
                    <span className="lk-below">
                      {t('period.both', { from, to })} {t('targets.source')} <UserText>{source}</UserText>
                    </span>
                  </>
                ),
                target,
              },
            }))}
          />
        </>
      )}
    </>
  )
}
