import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Heading } from '~/components/primitives/Heading'
import { Link } from '~/components/primitives/Link'
import { LinkButton } from '~/components/primitives/LinkButton'
import { maySeeReach } from '~/domain/library/reach/policy'
import { packageId } from '~/domain/library/reach/use-of'
import { listMonths, listUses } from '~/domain/library/reach/uses.server'
import { notFound, requireAccount, requireLanguage } from '~/http/context.server'
import { useFrame } from '~/http/frame'
import { itemTitle } from '~/http/item-title.server'
import { manageSections } from '~/http/manage-sections.server'
import { privatePageTitle } from '~/http/page'
import { shownCounts, sumOf } from '~/http/reach.server'
import { formatMonth } from '~/i18n/formats'
import { ManageNav } from './ManageNav'
import { ReachNotes } from './ReachNotes'
import { ReachTable } from './ReachTable'

export { reportStyles as links } from '~/http/report-styles'
export const meta: MetaFunction = ({ params }) => privatePageTitle(params, 'reach')

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params)
  const person = requireAccount(context, { request, language, may: maySeeReach })
  const months = await listMonths()
  const month = new URL(request.url).searchParams.get('month') ?? months.at(-1)!
  const place = months.indexOf(month)
  if (place < 0) throw notFound()
  const uses = await listUses(month)
  const other = (at: number) => (months[at] === undefined ? null : { month: months[at], name: formatMonth(language, months[at]) })
  return {
    sections: manageSections(person),
    month: formatMonth(language, month),
    before: other(place - 1),
    after: other(place + 1),
    items: uses.map(({ itemId, counts }) => ({ id: itemId, ...itemTitle(itemId, language), counts: shownCounts(counts, language) })),
    total: shownCounts(sumOf(uses), language),
  }
}

export default function Reach() {
  const { sections, month, before, after, items, total } = useLoaderData<typeof loader>()
  const { t } = useTranslation('reach')
  const { language } = useFrame()
  const address = `/${language}/manage/reach`
  return (
    <>
      <ManageNav sections={sections} />
      <Heading level={1}>{t('title')}</Heading>
      <p className="utrecht-paragraph utrecht-paragraph--lead">{t('intro')}</p>
      <ReachTable
        caption={t('caption', { month })}
        head={t('item')}
        rows={items.map(({ id, title, lang, dir, counts }) => ({
          id,
          name: (
            <Link href={`${address}/${id}`}>
              <bdi lang={lang} dir={id === packageId ? undefined : dir}>
                {id === packageId ? t('package') : title}
              </bdi>
            </Link>
          ),
          counts,
        }))}
        total={total}
      />
      {(before ?? after) && (
        <nav aria-label={t('otherMonths')}>
          <ul className="utrecht-unordered-list">
            {[before, after].map(
              (other) =>
                other && (
                  <li key={other.month} className="utrecht-unordered-list__item">
                    <Link href={`${address}?month=${other.month}`}>{other.name}</Link>
                  </li>
                ),
            )}
          </ul>
        </nav>
      )}
      <p className="utrecht-paragraph">
        <LinkButton href={`${address}/sums.csv`} look="secondary" download>
          {t('download')}
        </LinkButton>
      </p>
      <ReachNotes />
    </>
  )
}
