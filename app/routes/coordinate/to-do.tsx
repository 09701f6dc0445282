import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '~/components/patterns/EmptyState'
import { Button } from '~/components/primitives/Button'
import { ErrorSummary } from '~/components/primitives/ErrorSummary'
import { Heading } from '~/components/primitives/Heading'
import { Notice } from '~/components/primitives/Notice'
import { UserText } from '~/components/primitives/UserText'
import { mayCoordinate } from '~/domain/accounts/policy'
import { acceptFinding, reopenFinding } from '~/domain/groups/quality/decide.server'
import { lookBackDays, silentDays, usualSize } from '~/domain/groups/quality/rules'
import { decisionForm } from '~/domain/groups/quality/schema'
import { getToDo } from '~/domain/groups/quality/to-do.server'
import { notFound, requireAccount, requireLanguage } from '~/http/context.server'
import { useFormFault } from '~/http/form-fault'
import { formFault, parseForm } from '~/http/forms.server'
import { useFrame } from '~/http/frame'
import { privatePageTitle } from '~/http/page'
import { PostForm } from '~/http/post-form'
import { useSaved } from '~/http/saved'
import { formatDate, formatNumber } from '~/i18n/formats'
import { CoordinateNav } from './CoordinateNav'
import { ToDoLine } from './ToDoLine'
import { FindingText } from './FindingText'

export { managementStyles as links } from '~/http/management-styles'
export const meta: MetaFunction = ({ params }) => privatePageTitle(params, 'toDo')

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params)
  const person = requireAccount(context, { request, language, may: mayCoordinate })
  const { open, cut, sections, decided } = await getToDo(person)
  return { open, cut, sections, decided: decided.map((line) => ({ ...line, createdAt: formatDate(language, line.createdAt) })) }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const language = requireLanguage(params)
  const person = requireAccount(context, { request, language, may: mayCoordinate })
  const form = await parseForm(request, decisionForm)
  if (!form.ok) return formFault(form)
  const outcome = form.data.intent === 'accept' ? await acceptFinding(person, form.data) : await reopenFinding(person, form.data.key)
  if (outcome === 'unknown') throw notFound()
  if (outcome === 'textHasContact' || outcome === 'reasonHasName') return formFault({ values: form.values, errors: { reason: outcome } })
  return redirect(`/${language}/coordinate/to-do?${outcome}`, 303)
}

export default function ToDo() {
  const { open, cut, sections, decided } = useLoaderData<typeof loader>()
  const { t } = useTranslation('quality')
  const { language } = useFrame()
  const fault = useFormFault()
  const failed = useActionData() !== undefined
  const done = { accepted: useSaved('accepted'), reopened: useSaved('reopened') }
  const number = (value: number) => formatNumber(language, value)
  return (
    <>
      <CoordinateNav current="to-do" />
      <ErrorSummary errors={fault.summary} />
      <Heading level={1}>{t('title')}</Heading>
      {(['accepted', 'reopened'] as const).map(
        (what) =>
          done[what] &&
          !failed && (
            <Notice key={what} kind="success" role="status">
              <p className="utrecht-paragraph">{t(what)}</p>
            </Notice>
          ),
      )}
      {open === 0 ? (
        <EmptyState drawing="tea" title={t('empty')}>
          <p className="utrecht-paragraph">{t('emptyText')}</p>
        </EmptyState>
      ) : (
        <p className="utrecht-paragraph utrecht-paragraph--lead">
          {t('intro', { count: open })} {t('lookBack', { days: number(lookBackDays) })}
        </p>
      )}
      {cut && <p className="utrecht-paragraph">{t('cut')}</p>}
      {sections.map(({ rule, total, lines }) => (
        <section key={rule} aria-labelledby={`rule-${rule}`}>
          <Heading level={2} id={`rule-${rule}`}>
            {t(`rules.${rule}.title`)} ({number(total)})
          </Heading>
          <p className="utrecht-paragraph">
            {t(`rules.${rule}.why`, {
              days: number(silentDays),
              smallest: number(usualSize.smallest),
              largest: number(usualSize.largest),
            })}
          </p>
          <ul className="lk-to-do" role="list">
            {lines.map((line) => (
              <ToDoLine key={line.key} line={line} fault={fault} />
            ))}
          </ul>
          {total > lines.length && <p className="utrecht-paragraph">{t('more', { count: total - lines.length })}</p>}
        </section>
      ))}
      {decided.length > 0 && (
        <section aria-labelledby="right">
          <Heading level={2} id="right">
            {t('rightTitle')}
          </Heading>
          <ul className="lk-to-do" role="list">
            {decided.map((line) => (
              <li key={line.key}>
                <FindingText line={line} />
                <p className="utrecht-paragraph">
                  <UserText>{line.reason}</UserText>{' '}
                  <span className="lk-soft">
                    {line.author && <UserText>{line.author}</UserText>} {line.createdAt}
                  </span>
                </p>
                <PostForm inline>
                  <input type="hidden" name="key" value={line.key} />
                  <Button look="plain" name="intent" value="reopen">
                    {t('reopen')}
                  </Button>
                </PostForm>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
