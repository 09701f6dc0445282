import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { BackLink } from '~/components/patterns/BackLink'
import { Heading } from '~/components/primitives/Heading'
import { Link } from '~/components/primitives/Link'
import { Table } from '~/components/primitives/Table'
import { useFrame } from '~/http/frame'
import { privatePageTitle } from '~/http/page'
import { requireUnit } from '~/http/translations.server'
import { formatNumber } from '~/i18n/formats'
import { languages, sourceLanguage } from '~/i18n/languages'
import { LanguageName } from './LanguageName'
import { StateBadge } from './StateBadge'

export { managementStyles as links } from '~/http/management-styles'
export const meta: MetaFunction = ({ params }) => privatePageTitle(params, 'content')

export async function loader(args: LoaderFunctionArgs) {
  const { shelf, row, title } = await requireUnit(args)
  const recording = shelf.rows.find(({ kind, id }) => kind === 'audio' && id === row.id.replace(/\.script$/, '.audio'))
  return {
    shelf: { id: shelf.id, title: shelf.title },
    ...{ id: row.id, kind: row.kind, title },
    rows: languages.map((language) => ({ language, state: row.states[language], words: row.words[language] })),
    recorded: row.kind === 'script' && recording ? languages.map((language) => ({ language, state: recording.states[language] })) : [],
  }
}

/** One text in every language: how it is, and the way to each translation. */
export default function ContentText() {
  const { shelf, id, kind, title, rows, recorded } = useLoaderData<typeof loader>()
  const { t } = useTranslation('translations')
  const { language } = useFrame()
  return (
    <>
      <BackLink href={`/${language}/manage/content/${shelf.id}`}>{shelf.title}</BackLink>
      {kind === 'script' && <p className="lk-eyebrow">{t('kinds.script')}</p>}
      <Heading level={1} lang={title.lang} dir={title.dir}>
        {title.title}
      </Heading>
      <Table
        caption={t('textCaption')}
        columns={[
          { key: 'language', header: t('language') },
          { key: 'state', header: t('state') },
          { key: 'words', header: t('columns.words'), number: true },
        ]}
        rows={rows.map(({ language: code, state, words }) => ({
          id: code,
          cells: {
            language:
              code === sourceLanguage ? (
                <LanguageName code={code} />
              ) : (
                <Link href={`/${language}/manage/content/${id}/${code}`}>
                  <LanguageName code={code} />
                </Link>
              ),
            state: <StateBadge state={state} />,
            words: formatNumber(language, words),
          },
        }))}
      />
      {recorded.length > 0 && (
        <Table
          caption={t('kinds.audio')}
          columns={[
            { key: 'language', header: t('language') },
            { key: 'state', header: t('state') },
          ]}
          rows={recorded.map(({ language: code, state }) => ({
            id: code,
            cells: { language: <LanguageName code={code} />, state: <StateBadge state={state} /> },
          }))}
        />
      )}
    </>
  )
}
