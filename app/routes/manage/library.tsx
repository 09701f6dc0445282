import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { isolated } from '~/components/patterns/ItemEntry'
import { ErrorSummary } from '~/components/primitives/ErrorSummary'
import { Heading } from '~/components/primitives/Heading'
import { Link } from '~/components/primitives/Link'
import { Notice } from '~/components/primitives/Notice'
import { Table } from '~/components/primitives/Table'
import { unfinishedForm } from '~/domain/library/schema'
import { discardUnfinished } from '~/domain/library/unfinished.server'
import { useFormFault } from '~/http/form-fault'
import { formFault, parseForm } from '~/http/forms.server'
import { useFrame } from '~/http/frame'
import { libraryLines, requireLibraryEditor, unfinishedLines } from '~/http/library-files.server'
import { manageSections } from '~/http/manage-sections.server'
import { privatePageTitle } from '~/http/page'
import { useSaved } from '~/http/saved'
import { formatNumber } from '~/i18n/formats'
import { ManageNav } from './ManageNav'
import { UnfinishedUploads } from './UnfinishedUploads'

export { managementStyles as links } from '~/http/management-styles'
export const meta: MetaFunction = ({ params }) => privatePageTitle(params, 'libraryFiles')

export async function loader(args: LoaderFunctionArgs) {
  const { language, person } = requireLibraryEditor(args)
  const unfinished = await unfinishedLines(person.id, language)
  return { sections: manageSections(person), items: await libraryLines(language), unfinished }
}

/** Throws away something that was not sent to its end. */
export async function action(args: ActionFunctionArgs) {
  const { language, person } = requireLibraryEditor(args)
  const form = await parseForm(args.request, unfinishedForm)
  if (!form.ok) return formFault(form)
  if (await discardUnfinished(person.id, form.data.upload)) return redirect(`/${language}/manage/library?thrownAway`, 303)
  return formFault({ values: {}, errors: { form: 'changedMeanwhile' } }, 409)
}

export default function LibraryFiles() {
  const { sections, items, unfinished } = useLoaderData<typeof loader>()
  const { t } = useTranslation(['media', 'library'])
  const { language } = useFrame()
  const fault = useFormFault()
  const isThrownAway = useSaved('thrownAway') && fault.summary.length === 0
  const number = (count: number) => (count === 0 ? <span className="lk-soft">0</span> : formatNumber(language, count))
  return (
    <>
      <ManageNav sections={sections} />
      <ErrorSummary errors={fault.summary} />
      {isThrownAway && (
        <Notice kind="success" role="status">
          <p className="utrecht-paragraph">{t('list.thrownAway')}</p>
        </Notice>
      )}
      <Heading level={1}>{t('list.title')}</Heading>
      <p className="utrecht-paragraph utrecht-paragraph--lead">{t('list.intro')}</p>
      <UnfinishedUploads lines={unfinished} />
      <Table
        caption={t('list.caption', { count: items.length })}
        columns={[
          { key: 'item', header: t('list.item') },
          { key: 'kind', header: t('list.kind') },
          { key: 'recorded', header: t('list.recorded') },
          { key: 'uploaded', header: t('list.uploaded'), number: true },
          { key: 'waiting', header: t('list.waiting'), number: true },
        ]}
        rows={items.map(({ id, kind, title, lang, dir, recorded, uploaded, waiting }) => ({
          id,
          cells: {
            item: (
              <Link href={`/${language}/manage/library/${id}`} lang={lang} dir={dir}>
                {title}
              </Link>
            ),
            kind: t(`library:kind.${kind}`),
            recorded: recorded.length > 0 ? isolated(recorded) : <span className="lk-soft">{t('item.nothing')}</span>,
            uploaded: number(uploaded),
            waiting: number(waiting),
          },
        }))}
      />
    </>
  )
}
