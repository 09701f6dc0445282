import { createHash } from 'node:crypto'
import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { BackLink } from '~/components/patterns/BackLink'
import { FormPage } from '~/components/patterns/FormPage'
import { Button } from '~/components/primitives/Button'
import { DataList } from '~/components/primitives/DataList'
import { Field } from '~/components/primitives/Field'
import { FileField } from '~/components/primitives/FileField'
import { Link } from '~/components/primitives/Link'
import { Notice } from '~/components/primitives/Notice'
import { findExportsByHash, readHash } from '~/domain/participation/export-log.server'
import { maySeeExact } from '~/domain/participation/read-request.server'
import { requireLanguage } from '~/http/context.server'
import { useFormFault } from '~/http/form-fault'
import { formFault, readForm } from '~/http/forms.server'
import { useFrame } from '~/http/frame'
import { pageTitle } from '~/http/page'
import { PostForm } from '~/http/post-form'
import { askedInWords } from '~/http/report-asked.server'
import { formatDateTime } from '~/i18n/formats'
import { AskedText } from './AskedText'

export { reportStyles as links } from '~/http/report-styles'
export const meta: MetaFunction = ({ params }) => pageTitle(params, 'checkFile')

export function loader({ params }: LoaderFunctionArgs) {
  requireLanguage(params)
  return null
}

const largestFile = 20 * 1024 * 1024

/** Looks up what a file says of itself by its hash. The file is hashed and goes no further. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const language = requireLanguage(params)
  const form = await readForm(request)
  const file = form.get('file')
  const typed = form.get('hash')
  const text = typeof typed === 'string' ? typed.trim().slice(0, 200) : ''
  const values = { hash: text }
  let hash = readHash(text)
  if (text && !hash) return formFault({ values, errors: { hash: 'hashNotValid' } })
  if (!hash && file && typeof file !== 'string' && file.size > 0) {
    if (file.size > largestFile) return formFault({ values, errors: { file: 'reportFileTooLarge' } })
    hash = createHash('sha256')
      .update(new Uint8Array(await file.arrayBuffer()))
      .digest('hex')
  }
  if (!hash) return formFault({ values, errors: { hash: 'hashMissing' } })
  const person = context.session?.account ?? null
  const lines = await findExportsByHash(hash, { publicOnly: !maySeeExact(person) })
  const words = await askedInWords(
    lines.map(({ request: asked }) => asked),
    language,
  )
  return data({
    hash,
    lines: lines.map(({ id, asOf, finishedAt, format, request: asked, version, disclosure }, index) => ({
      ...{
        id,
        format,
        asked,
        words: words[index] ?? null,
        version,
        disclosure: disclosure === 'exact' ? ('exact' as const) : ('public' as const),
      },
      asOf: formatDateTime(language, asOf),
      finishedAt: finishedAt && formatDateTime(language, finishedAt),
    })),
  })
}

export default function Check() {
  const { t } = useTranslation('report')
  const { language } = useFrame()
  const fault = useFormFault()
  const answer = useActionData<typeof action>()
  const found = answer && 'lines' in answer ? answer : null
  return (
    <>
      <BackLink href={`/${language}/report`}>{t('title')}</BackLink>
      <FormPage title={t('check.title')} intro={t('check.intro')} errors={fault.summary}>
        {found && (
          <Notice
            kind={found.lines.length > 0 ? 'success' : 'warning'}
            role="status"
            title={found.lines.length > 0 ? t('check.found') : t('check.unknown')}
          >
            <p className="utrecht-paragraph lk-code" dir="ltr">
              {found.hash}
            </p>
            {found.lines.map((line) => (
              <div key={line.id}>
                <DataList
                  items={[
                    { key: 'asked', term: t('check.asked'), value: <AskedText asked={line.words} /> },
                    { key: 'asOf', term: t('check.asOf'), value: line.asOf },
                    { key: 'made', term: t('check.made'), value: line.finishedAt },
                    {
                      key: 'kind',
                      term: t('filter.disclosure'),
                      value: `${line.format.toUpperCase()} · ${t(`disclosure.${line.disclosure}`)}`,
                    },
                    { key: 'version', term: t('check.version'), value: <bdi>{line.version}</bdi> },
                  ]}
                />
                <p className="utrecht-paragraph">
                  <Link href={`/${language}/report${/shape=sessions/.test(line.asked) ? '/sessions' : ''}?${line.asked}`}>
                    {t('check.open')}
                  </Link>
                </p>
              </div>
            ))}
          </Notice>
        )}
        <PostForm withFile>
          <FileField name="file" label={t('check.file')} description={t('check.fileHelp')} required={false} error={fault.error('file')} />
          <Field
            name="hash"
            label={t('check.hash')}
            description={t('check.hashHelp')}
            dir="ltr"
            autoComplete="off"
            spellCheck={false}
            maxLength={200}
            required={false}
            defaultValue={fault.value('hash')}
            error={fault.error('hash')}
          />
          <Button>{t('check.button')}</Button>
        </PostForm>
      </FormPage>
    </>
  )
}
