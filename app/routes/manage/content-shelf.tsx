import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { BackLink } from '~/components/patterns/BackLink'
import { ErrorSummary } from '~/components/primitives/ErrorSummary'
import { Heading } from '~/components/primitives/Heading'
import { Link } from '~/components/primitives/Link'
import { Notice } from '~/components/primitives/Notice'
import { countWork } from '~/content/work'
import { titleOf } from '~/http/content-state.server'
import { usePoFault } from '~/http/po-fault'
import { readForm } from '~/http/forms.server'
import { useFrame } from '~/http/frame'
import { privatePageTitle } from '~/http/page'
import { useSaved } from '~/http/saved'
import { requireShelf, takePo, translating } from '~/http/translations.server'
import { languages, sourceLanguage } from '~/i18n/languages'
import { LanguageName } from './LanguageName'
import { PoUpload } from './PoUpload'
import { UploadCheck } from './UploadCheck'
import { WorkTable } from './WorkTable'

export { translationStyles as links } from '~/http/translation-styles'
export const meta: MetaFunction = ({ params }) => privatePageTitle(params, 'content')

const targets = languages.filter((each) => each !== sourceLanguage)

export async function loader(args: LoaderFunctionArgs) {
  const { language, shelf } = await requireShelf(args)
  const { rows, ...named } = shelf
  return {
    shelf: named,
    rows: rows.map((row) => ({ id: row.id, kind: row.kind, ...titleOf(row, language), count: countWork([row], targets) })),
  }
}

/** Takes a file for the whole course, in whichever language it is. */
export async function action(args: ActionFunctionArgs) {
  const shelf = await requireShelf(args)
  const form = await readForm(args.request)
  const units = (await translating.translations()).listUnitsOf(shelf.shelf.id)
  const taken = await takePo(shelf, form, { units, language: null })
  if ('answer' in taken) return taken.answer
  return redirect(`/${shelf.language}/manage/content/${shelf.shelf.id}?saved`, 303)
}

/** The texts of a course or of the library, and the files for its translators. */
export default function ContentShelf() {
  const { shelf, rows } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslation('translations')
  const { language } = useFrame()
  const fault = usePoFault()
  const saved = useSaved()
  const address = `/${language}/manage/content`
  return (
    <>
      <BackLink href={address}>{t('title')}</BackLink>
      <ErrorSummary errors={fault.summary} />
      <Heading level={1} lang={shelf.lang} dir={shelf.dir}>
        {shelf.title}
      </Heading>
      {saved && !answer && <Notice kind="success" role="status" title={t('done.published')} />}
      {answer?.check ? (
        <UploadCheck check={answer.check} />
      ) : (
        <WorkTable
          caption={t('languagesCaption')}
          of={t('text')}
          rows={rows.map(({ id, kind, title, lang, dir, count }) => ({
            id,
            name: (
              <>
                {kind === 'audio' ? (
                  <bdi lang={lang}>{title}</bdi>
                ) : (
                  <Link href={`${address}/${id}`} lang={lang} dir={dir}>
                    {title}
                  </Link>
                )}{' '}
                {kind !== 'text' && <span className="lk-soft">({t(`kinds.${kind}`)})</span>}
              </>
            ),
            count,
          }))}
        />
      )}
      <Heading level={2}>{t('file.title')}</Heading>
      <p className="utrecht-paragraph">{t('file.shelfText')}</p>
      <ul className="utrecht-unordered-list">
        {targets.map((code) => (
          <li key={code} className="utrecht-unordered-list__item">
            <Link href={`${address}/${shelf.id}/translation.po/${code}`} download>
              <LanguageName code={code} /> (PO)
            </Link>
          </li>
        ))}
      </ul>
      <PoUpload fault={fault} />
    </>
  )
}
