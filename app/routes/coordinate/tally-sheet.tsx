import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { BackLink } from '~/components/patterns/BackLink'
import { PrintButton } from '~/components/patterns/PrintButton'
import { TallySheet } from '~/components/patterns/TallySheet'
import { Button } from '~/components/primitives/Button'
import { Heading } from '~/components/primitives/Heading'
import { Select } from '~/components/primitives/Select'
import styles from '~/components/theme/tally-sheet.css?url'
import { findGroup } from '~/domain/groups/groups.server'
import { maySeeGroups } from '~/domain/groups/policy'
import { findSession, listSessionsOf } from '~/domain/groups/sessions.server'
import { notFound, requireAccount, requireLanguage } from '~/http/context.server'
import { useFrame } from '~/http/frame'
import { requireId } from '~/http/ids.server'
import { managementStyles } from '~/http/management-styles'
import { privatePageTitle } from '~/http/page'
import { tallySheet } from '~/http/tally-sheet.server'
import { formatDate } from '~/i18n/formats'
import { directionOf, isLanguage, languageNames, languages } from '~/i18n/languages'

export const links: LinksFunction = () => [...managementStyles(), { rel: 'stylesheet', href: styles }]
export const meta: MetaFunction = ({ params }) => privatePageTitle(params, 'tallySheet')

/** What stands in the address for a sheet without a planned session. */
const blank = 'blank'
/** More in one go is a mistake: a row of sessions that somebody plans at once is half of it. */
const mostSheets = 60

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params)
  const person = requireAccount(context, { request, language, may: maySeeGroups })
  const group = await findGroup(person, requireId(params.group))
  if (!group) throw notFound()
  const { searchParams } = new URL(request.url)
  const sheetLanguage = [searchParams.get('language'), language].find(isLanguage) ?? language
  const asked = searchParams.has(blank) ? blank : searchParams.get('session')
  const planned = (await listSessionsOf(group)).planned.slice(0, mostSheets)
  const one = asked && asked !== blank ? await findSession(group, requireId(asked)) : null
  if (asked && asked !== blank && (!one || one.status === 'withdrawn')) throw notFound()
  const series = asked === blank ? [] : planned
  const printed = one ? [one] : series.length > 0 ? series : [null]
  // One that was registered already can be printed for who comes from its page.
  const choices = one && !planned.some(({ id }) => id === one.id) ? [one, ...planned] : planned
  return {
    group: group.id,
    language: sheetLanguage,
    chosen: one?.id ?? (asked === blank ? blank : ''),
    planned: planned.length,
    choices: choices.map(({ id, date, startsAt }) => ({ id, date: formatDate(language, date), startsAt })),
    sheets: printed.map((session) => tallySheet(group, session, sheetLanguage)),
  }
}

export default function TallySheets() {
  const { group, language: sheetLanguage, chosen, planned, choices, sheets } = useLoaderData<typeof loader>()
  const { t } = useTranslation('paper')
  const { language } = useFrame()
  const here = `/${language}/coordinate/groups/${group}`
  return (
    <>
      <BackLink href={here}>{t('page.back')}</BackLink>
      <div className="lk-no-print">
        <Heading level={1}>{t('page.title')}</Heading>
        <p className="utrecht-paragraph utrecht-paragraph--lead">{t('page.intro')}</p>
        {planned === 0 && <p className="utrecht-paragraph">{t('page.nonePlanned')}</p>}
        <form className="lk-search" method="get" action={`${here}/sheet`}>
          <Select
            name="language"
            label={t('page.language')}
            defaultValue={sheetLanguage}
            options={languages.map((code) => ({ value: code, label: languageNames[code], lang: code, dir: directionOf(code) }))}
          />
          <Select
            name="session"
            label={t('page.session')}
            defaultValue={chosen}
            options={[
              ...(planned > 0 ? [{ value: '', label: t('page.all', { count: planned }) }] : []),
              ...choices.map(({ id, date, startsAt }) => ({
                value: id,
                label: startsAt ? t('page.dateTime', { date, time: startsAt }) : date,
              })),
              { value: blank, label: t('page.blank') },
            ]}
          />
          <Button look="secondary">{t('page.show')}</Button>
        </form>
        <div className="lk-actions">
          <PrintButton />
        </div>
      </div>
      {sheets.map(({ key, ...sheet }) => (
        <TallySheet key={key} {...sheet} lang={sheetLanguage} dir={directionOf(sheetLanguage)} />
      ))}
    </>
  )
}
