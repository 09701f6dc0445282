import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { FormPage } from '~/components/patterns/FormPage'
import { PrintButton } from '~/components/patterns/PrintButton'
import { Button } from '~/components/primitives/Button'
import { DataList } from '~/components/primitives/DataList'
import { Field } from '~/components/primitives/Field'
import { Heading } from '~/components/primitives/Heading'
import { Link } from '~/components/primitives/Link'
import { LinkButton } from '~/components/primitives/LinkButton'
import { Notice } from '~/components/primitives/Notice'
import { addUpMoney, moneyIn, moneyOut, moneySheetForm, type MoneyLine } from '~/domain/courses/money-sheet'
import { requireLanguage } from '~/http/context.server'
import { useFormFault } from '~/http/form-fault'
import { formFault, parseForm } from '~/http/forms.server'
import { useFrame } from '~/http/frame'
import { pageTitle } from '~/http/page'
import { PostForm } from '~/http/post-form'
import { formatEuros } from '~/i18n/formats'

export const meta: MetaFunction = ({ params }) => pageTitle(params, 'moneySheet')

export function loader({ params }: LoaderFunctionArgs) {
  requireLanguage(params)
  return null
}

/** Adds up and forgets: the answer is a page that nothing keeps, and the amounts stand in no address. */
export async function action({ request, params }: ActionFunctionArgs) {
  requireLanguage(params)
  const form = await parseForm(request, moneySheetForm)
  return form.ok ? data({ sums: addUpMoney(form.data), values: form.values }) : formFault(form)
}

export default function MoneySheet() {
  const answer = useActionData<typeof action>()
  const sums = answer && 'sums' in answer ? answer.sums : null
  const { t } = useTranslation('moneySheet')
  const { language } = useFrame()
  const fault = useFormFault()
  const fields = (lines: readonly MoneyLine[]) =>
    lines.map((line) => (
      <Field
        key={line}
        name={line}
        label={t(`lines.${line}`)}
        short
        required={false}
        inputMode="decimal"
        dir="ltr"
        autoComplete="off"
        maxLength={20}
        defaultValue={fault.value(line)}
        error={fault.error(line)}
      />
    ))
  return (
    <FormPage title={t('title')} errors={fault.summary} intro={t('intro')}>
      {sums && <Sums sums={sums} />}
      <PostForm>
        <Heading level={2}>{t('in')}</Heading>
        {fields(moneyIn)}
        <Heading level={2}>{t('out')}</Heading>
        {fields(moneyOut)}
        <p className="utrecht-paragraph">{t('yearly')}</p>
        <p className="utrecht-paragraph">{t('nothingKept')}</p>
        <div className="lk-actions">
          <Button>{t('button')}</Button>
          <LinkButton href={`/${language}/money-sheet`} look="secondary">
            {t('empty')}
          </LinkButton>
        </div>
      </PostForm>
    </FormPage>
  )
}

function Sums({ sums: { comesIn, goesOut, left } }: { sums: ReturnType<typeof addUpMoney> }) {
  const { t } = useTranslation('moneySheet')
  const { language } = useFrame()
  const short = left < 0
  return (
    <>
      <Notice
        kind={short ? 'warning' : 'success'}
        role="status"
        title={short ? t('short', { amount: formatEuros(language, -left) }) : t('left', { amount: formatEuros(language, left) })}
      >
        <DataList
          items={[
            { key: 'in', term: t('in'), value: formatEuros(language, comesIn) },
            { key: 'out', term: t('out'), value: formatEuros(language, goesOut) },
          ]}
        />
        {short && (
          <p className="utrecht-paragraph">
            {t('shortHelp')} <Link href={`/${language}/courses/geld/debts`}>{t('debtsLink')}</Link>
          </p>
        )}
      </Notice>
      <PrintButton />
    </>
  )
}
