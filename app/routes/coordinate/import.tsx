import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { ErrorSummary } from '~/components/primitives/ErrorSummary'
import { Heading } from '~/components/primitives/Heading'
import { LinkButton } from '~/components/primitives/LinkButton'
import { mayCoordinate } from '~/domain/accounts/policy'
import { checkSpreadsheet, type Checked } from '~/domain/groups/import/check-spreadsheet.server'
import { linesOf } from '~/domain/groups/import/faults'
import { importSpreadsheet } from '~/domain/groups/import/import-spreadsheet.server'
import { listImports } from '~/domain/groups/import/imports.server'
import { requireAccount, requireLanguage } from '~/http/context.server'
import { useFormFault } from '~/http/form-fault'
import { formFault, readForm } from '~/http/forms.server'
import { useFrame } from '~/http/frame'
import { privatePageTitle } from '~/http/page'
import { readSpreadsheet } from '~/http/spreadsheet.server'
import { formatDateTime } from '~/i18n/formats'
import { CoordinateNav } from './CoordinateNav'
import { ImportCheck } from './ImportCheck'
import { ImportList } from './ImportList'
import { ImportUpload } from './ImportUpload'

export { managementStyles as links } from '~/http/management-styles'
export const meta: MetaFunction = ({ params }) => privatePageTitle(params, 'import')

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params)
  const person = requireAccount(context, { request, language, may: mayCoordinate })
  const imports = await listImports(person)
  return {
    imports: imports.map(({ id, createdAt, author, groupCount, sessionCount, undoneAt, organisation }) => ({
      id,
      at: formatDateTime(language, createdAt),
      author,
      organisation: organisation.name,
      groups: groupCount,
      sessions: sessionCount,
      undone: undoneAt !== null,
    })),
  }
}

/** Without `write` it is a dry run. Nothing is kept between the two: the page holds the text, and everything is checked again. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const language = requireLanguage(params)
  const person = requireAccount(context, { request, language, may: mayCoordinate })
  const form = await readForm(request)
  const sheet = await readSpreadsheet(form)
  if ('code' in sheet) return formFault({ values: {}, errors: { file: sheet.code } })
  const noNames = form.get('noNames') === 'on'
  if (form.get('intent') !== 'write') {
    const checked = await checkSpreadsheet(person, sheet.text)
    if ('code' in checked) return formFault({ values: {}, errors: { file: checked.code } })
    return shown(checked, sheet.text, null)
  }
  const result = await importSpreadsheet(person, sheet.text, { noNames })
  if ('code' in result) return formFault({ values: {}, errors: { file: result.code } })
  if (result.outcome === 'faults') return shown(result.checked, sheet.text, 'refused')
  if (result.outcome === 'changed') {
    const checked = await checkSpreadsheet(person, sheet.text)
    if ('code' in checked) return formFault({ values: {}, errors: { file: checked.code } })
    return shown(checked, sheet.text, 'changed')
  }
  return redirect(`/${language}/coordinate/import/${result.id}?${result.outcome}`, 303)
}

/** @param unwritten why it was not written when somebody wanted it: it could not be, or something was changed since it was checked */
function shown({ faults, doubts, unread, counts, before }: Checked, text: string, unwritten: 'refused' | 'changed' | null) {
  const errors: Record<string, string> = {}
  if (unwritten === 'changed') errors.form = 'changedMeanwhile'
  else if (unwritten && faults.length === 0 && doubts.length > 0) errors.noNames = 'noNamesMissing'
  const check = { faultCount: faults.length, faults: linesOf(faults), doubts: linesOf(doubts), unread, counts, before: before?.id ?? null }
  const ready = faults.length === 0 && !before
  return data(
    { values: {}, errors, check: { ...check, text: ready ? text : null } },
    { status: unwritten === 'changed' ? 409 : ready && !unwritten ? 200 : 422 },
  )
}

export default function Import() {
  const { imports } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslation('import')
  const { language } = useFrame()
  const fault = useFormFault()
  const check = answer && 'check' in answer ? answer.check : null
  return (
    <>
      <CoordinateNav current="import" />
      <ErrorSummary errors={fault.summary} />
      <Heading level={1}>{t('title')}</Heading>
      {check ? (
        <ImportCheck check={check} fault={fault} />
      ) : (
        <>
          <p className="utrecht-paragraph utrecht-paragraph--lead">{t('intro')}</p>
          <p className="utrecht-paragraph">{t('noNames')}</p>
          <Heading level={2}>{t('step1')}</Heading>
          <p className="utrecht-paragraph">{t('templateText')}</p>
          <div className="lk-actions">
            <LinkButton look="secondary" href={`/${language}/coordinate/import/template.csv`} download>
              {t('template')}
            </LinkButton>
          </div>
        </>
      )}
      <Heading level={2}>{check ? t('otherFile') : t('step2')}</Heading>
      <ImportUpload fault={fault} />
      <ImportList imports={imports} />
    </>
  )
}
