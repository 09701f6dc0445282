import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { PrintButton } from '~/components/patterns/PrintButton'
import { ErrorSummary } from '~/components/primitives/ErrorSummary'
import { Heading } from '~/components/primitives/Heading'
import { Link } from '~/components/primitives/Link'
import { useFaultWords } from '~/http/form-fault'
import { useFrame } from '~/http/frame'
import { pageTitle } from '~/http/page'
import { readReport, reportChoices } from '~/http/report-request.server'
import { reportView } from '~/http/report-view.server'
import { today } from '~/i18n/formats'
import { CoordinateNav } from '../coordinate/CoordinateNav'
import { ReportBody } from './ReportBody'
import { ReportFilters } from './ReportFilters'

export { reportStyles as links } from '~/http/report-styles'
export const meta: MetaFunction = ({ params }) => pageTitle(params, 'report')

export async function loader(args: LoaderFunctionArgs) {
  const { language, person, query, asked, faults } = await readReport(args)
  const [choices, view] = await Promise.all([reportChoices(person), asked && reportView(asked, language)])
  const year = Number(today().slice(0, 4))
  return data({ query, choices, view, faults, year }, { status: view ? 200 : 422 })
}

export default function Report() {
  const { query, choices, view, faults, year } = useLoaderData<typeof loader>()
  const { t } = useTranslation('report')
  const { language } = useFrame()
  const words = useFaultWords()
  const errors = Object.fromEntries(faults.map(({ field, code }) => [field, words(code)]))
  const home = `/${language}/report`
  const quick = [
    { href: `${home}?from=${year}-01-01&to=${year}-12-31`, label: t('quick.thisYear', { year }) },
    { href: `${home}?from=${year - 1}-01-01&to=${year - 1}-12-31`, label: t('quick.lastYear', { year: year - 1 }) },
    { href: home, label: t('quick.all') },
  ]
  return (
    <>
      <CoordinateNav current="report" />
      <ErrorSummary errors={faults.map(({ field, code }) => ({ field, message: words(code) }))} />
      <Heading level={1}>{t('title')}</Heading>
      {view && <About view={view} />}
      <nav className="lk-no-print" aria-label={t('quick.label')}>
        <ul className="lk-inline" role="list">
          {quick.map(({ href, label }) => (
            <li key={href}>
              <Link href={href}>{label}</Link>
            </li>
          ))}
        </ul>
      </nav>
      <div className="lk-no-print">
        <ReportFilters query={query} errors={errors} choices={choices} />
      </div>
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
  const period =
    from && to ? t('period.both', { from, to }) : from ? t('period.since', { from }) : to ? t('period.until', { to }) : t('period.all')
  return (
    <>
      <p className="utrecht-paragraph utrecht-paragraph--lead">
        {period} {only.length > 0 && t('period.only', { only: only.join(', ') })}
      </p>
      <p className="utrecht-paragraph">
        {exact ? (own ? t('about.own') : t('about.exact')) : t('about.public')} {t('about.asOf', { moment: asOf })}{' '}
        {!exact && <Link href={`/${language}/report/definitions`}>{t('about.why')}</Link>}
      </p>
    </>
  )
}
