import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { BackLink } from '~/components/patterns/BackLink'
import { EmptyState } from '~/components/patterns/EmptyState'
import { Heading } from '~/components/primitives/Heading'
import { Link } from '~/components/primitives/Link'
import { Table } from '~/components/primitives/Table'
import { listWork, workStates } from '~/content/work'
import { listShelves, titleOf } from '~/http/content-state.server'
import { useFrame } from '~/http/frame'
import { privatePageTitle } from '~/http/page'
import { requireTarget, requireTranslator } from '~/http/translations.server'
import { formatNumber } from '~/i18n/formats'
import { sourceLanguage } from '~/i18n/languages'
import { LanguageName } from './LanguageName'

export { managementStyles as links } from '~/http/management-styles'
export const meta: MetaFunction = ({ params }) => privatePageTitle(params, 'toDo')

export async function loader(args: LoaderFunctionArgs) {
  const { language } = await requireTranslator(args)
  const target = requireTarget(args.params.language)
  const shelves = listShelves(language)
  const work = workStates.map((state) => ({
    state,
    texts: shelves.flatMap(({ rows, title, lang, dir }) =>
      listWork(rows, target, state).map((row) => ({
        ...{ id: row.id, kind: row.kind, ...titleOf(row, language), words: row.words[sourceLanguage] },
        shelf: { title, lang, dir },
      })),
    ),
  }))
  return {
    target,
    work: work.filter(({ texts }) => texts.length > 0),
    shelves: shelves.map(({ id, title, lang, dir }) => ({ id, title, lang, dir })),
  }
}

/** What is to do in one language, text by text: what is out of date first, then what is missing, then what nobody read. */
export default function TranslationsToDo() {
  const { target, work, shelves } = useLoaderData<typeof loader>()
  const { t } = useTranslation('translations')
  const { language } = useFrame()
  const address = `/${language}/manage/content`
  return (
    <>
      <BackLink href={address}>{t('title')}</BackLink>
      <p className="lk-eyebrow">{t('toDo.title')}</p>
      <Heading level={1}>
        <LanguageName code={target} />
      </Heading>
      {work.length > 0 ? (
        <p className="utrecht-paragraph utrecht-paragraph--lead">{t('toDo.intro')}</p>
      ) : (
        <EmptyState title={t('toDo.nothing')} />
      )}
      {work.map(({ state, texts }) => (
        <section key={state}>
          <Heading level={2}>
            {t(`columns.${state}`)} ({formatNumber(language, texts.length)})
          </Heading>
          <p className="utrecht-paragraph">{t(`toDo.${state}`)}</p>
          <Table
            caption={<span className="lk-hidden">{t(`columns.${state}`)}</span>}
            columns={[
              { key: 'text', header: t('text') },
              { key: 'words', header: t('toDo.words'), number: true },
            ]}
            rows={texts.map(({ id, kind, title, lang, dir, words, shelf }) => ({
              id,
              cells: {
                text: (
                  <>
                    <Link href={`${address}/${id}/${target}`} lang={lang} dir={dir}>
                      {title}
                    </Link>{' '}
                    {kind === 'script' && <span className="lk-soft">({t('kinds.script')})</span>}
                    <span className="lk-below lk-soft" lang={shelf.lang} dir={shelf.dir}>
                      {shelf.title}
                    </span>
                  </>
                ),
                words: formatNumber(language, words),
              },
            }))}
          />
        </section>
      ))}
      <Heading level={2}>{t('file.title')}</Heading>
      <p className="utrecht-paragraph">{t('toDo.files')}</p>
      <ul className="utrecht-unordered-list">
        {shelves.map(({ id, title, lang, dir }) => (
          <li key={id} className="utrecht-unordered-list__item">
            <Link href={`${address}/${id}/translation.po/${target}`} lang={lang} dir={dir} download>
              {title} (PO)
            </Link>
          </li>
        ))}
      </ul>
    </>
  )
}
