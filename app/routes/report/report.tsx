import { data, redirect, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { PrintButton } from '~/components/patterns/PrintButton'
import { ErrorSummary } from '~/components/primitives/ErrorSummary'
import { Heading } from '~/components/primitives/Heading'
import { Link } from '~/components/primitives/Link'
import { requireLanguage } from '~/http/context.server'
import { useFaultWords } from '~/http/form-fault'
import { useFrame } from '~/http/frame'
import { pageTitle } from '~/http/page'
import { readReport, reportChoices } from '~/http/report-request.server'
import { reportView } from '~/http/report-view.server'
import { today } from '~/i18n/formats'
import { CoordinateNav } from '../coordinate/CoordinateNav'
import { NoFigures } from './NoFigures'
import { PeriodText } from './PeriodText'
import { ReportBody } from './ReportBody'
import { ReportFilters } from './ReportFilters'

export { reportStyles as links } from '~/http/report-styles'
export const meta: MetaFunction = ({ params }) => pageTitle(params, 'report')

export async function loader(args: LoaderFunctionArgs) {
  const short = withoutEmpty(new URL(args.request.url).searchParams)
  if (short !== null) throw redirect(`/${requireLanguage(args.params)}/report${short}`)
  const { language, person, query, asked, faults } = await readReport(args)
  const [choices, view] = await Promise.all([reportChoices(person), asked && reportView(asked, language, query['asOf'] ?? null)])
  const year = Number(today().slice(0, 4))
  // Nobody asked for another moment: there is nothing to mend, and nothing to see yet.
  const tooSoon = !query['asOf'] && faults.some(({ code }) => code === 'noEditionYet')
  return data({ query, choices, view, faults: tooSoon ? [] : faults, tooSoon, year }, { status: view || tooSoon ? 200 : 422 })
}

/** A form sends what was left open too: the address to pass on goes without. */
function withoutEmpty(search: URLSearchParams): string | null {
  const filled = [...search].filter(([, value]) => value !== '')
  if (filled.length === search.size) return null
  return filled.length > 0 ? `?${new URLSearchParams(filled).toString()}` : ''
}

export default function Report() {
  const { query, choices, view, faults, tooSoon, year } = useLoaderData<typeof loader>()
  const { t } = useTranslation('report')
  const { language } = useFrame()
  const words = useFaultWords()
  const errors = Object.fromEntries(faults.map(({ field, code }) => [field, words(code)]))
  const home = `/${language}/report`
  // Another period of the same: whatever else was chosen stays.
  const { from: _from, to: _to, ...rest } = query
  const quick = [
    ...[year, year - 1].map((each, ago) => ({
      period: { from: `${each}-01-01`, to: `${each}-12-31` },
      label: ago === 0 ? t('quick.thisYear', { year: each }) : t('quick.lastYear', { year: each }),
    })),
    { period: {} as Record<string, string>, label: t('quick.all') },
  ].map(({ period, label }) => ({
    href: [home, new URLSearchParams({ ...period, ...rest }).toString()].filter(Boolean).join('?'),
    label,
    current: query['from'] === period['from'] && query['to'] === period['to'],
  }))
  return (
    <>
      <CoordinateNav current="report" />
      <ErrorSummary errors={faults.map(({ field, code }) => ({ field, message: words(code) }))} />
      <Heading level={1}>{t('title')}</Heading>
      {view && <About view={view} />}
      {tooSoon && <NoFigures narrowed={false} />}
      {!tooSoon && (
        <>
          <nav className="lk-no-print" aria-label={t('quick.label')}>
            <ul className="lk-inline" role="list">
              {quick.map(({ href, label, current }) => (
                <li key={href}>
                  <Link href={href} current={current}>
                    {label}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
          <div className="lk-no-print">
            <ReportFilters query={query} errors={errors} choices={choices} />
          </div>
        </>
      )}
      {view && (
        <>
          <ReportBody view={view} />
          <PrintButton />
        </>
      )}
    </>
  )
}

type View = NonNullable<Awaited<ReturnType<typeof loader>>['data']['view']>

/** What period, whose figures, of which moment. */
function About({ view }: { view: View }) {
  const { t } = useTranslation('report')
  const { language } = useFrame()
  const { from, to, asOf, exact, own, only } = view.about
  return (
    <>
      <p className="utrecht-paragraph utrecht-paragraph--lead">
        <PeriodText from={from} to={to} only={only} />
      </p>
      <p className="utrecht-paragraph">
        {exact ? (own ? t('about.own') : t('about.exact')) : t('about.public')}{' '}
        {exact ? t('about.asOf', { moment: asOf }) : t('about.edition', { day: asOf })}{' '}
        {!exact && <Link href={`/${language}/report/definitions`}>{t('about.why')}</Link>}
      </p>
    </>
  )
}
