import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Heading } from '~/components/primitives/Heading'
import { Link } from '~/components/primitives/Link'
import { countWork, writtenIn } from '~/content/work'
import { listShelves } from '~/http/content-state.server'
import { useFrame } from '~/http/frame'
import { manageSections } from '~/http/manage-sections.server'
import { privatePageTitle } from '~/http/page'
import { requireTranslator } from '~/http/translations.server'
import { languages, sourceLanguage } from '~/i18n/languages'
import { LanguageName } from './LanguageName'
import { ManageNav } from './ManageNav'
import { WorkTable } from './WorkTable'

export { managementStyles as links } from '~/http/management-styles'
export const meta: MetaFunction = ({ params }) => privatePageTitle(params, 'content')

const targets = languages.filter((each) => each !== sourceLanguage)

export async function loader(args: LoaderFunctionArgs) {
  const { language, person } = await requireTranslator(args)
  const shelves = listShelves(language)
  const all = writtenIn(shelves.flatMap(({ rows }) => rows))
  return {
    sections: manageSections(person),
    languages: targets.map((code) => ({ code, count: countWork(all, [code]) })),
    shelves: shelves.map(({ rows, ...shelf }) => ({ ...shelf, count: countWork(writtenIn(rows), targets) })),
  }
}

/** What is to do, by language and by course: which language is behind, and where to begin. */
export default function ContentState() {
  const { sections, languages: counted, shelves } = useLoaderData<typeof loader>()
  const { t } = useTranslation('translations')
  const { language } = useFrame()
  return (
    <>
      <ManageNav sections={sections} />
      <Heading level={1}>{t('title')}</Heading>
      <p className="utrecht-paragraph utrecht-paragraph--lead">{t('intro')}</p>
      <WorkTable
        caption={t('perLanguage')}
        of={t('language')}
        rows={counted.map(({ code, count }) => ({
          id: code,
          name: (
            <Link href={`/${language}/manage/translations/${code}`}>
              <LanguageName code={code} />
            </Link>
          ),
          count,
        }))}
      />
      <WorkTable
        caption={t('perCourse')}
        of={t('course')}
        rows={shelves.map(({ id, title, lang, dir, count }) => ({
          id,
          name: (
            <Link href={`/${language}/manage/content/${id}`} lang={lang} dir={dir}>
              {title}
            </Link>
          ),
          count,
        }))}
      />
    </>
  )
}
