import { randomUUID } from 'node:crypto'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { FaceGroup } from '~/components/patterns/FaceGroup'
import { FormPage } from '~/components/patterns/FormPage'
import { NextStep } from '~/components/patterns/NextStep'
import { Button } from '~/components/primitives/Button'
import { Heading } from '~/components/primitives/Heading'
import { Link } from '~/components/primitives/Link'
import { Notice } from '~/components/primitives/Notice'
import { TextArea } from '~/components/primitives/TextArea'
import { answerEvaluation, findEvaluationByCode } from '~/domain/evaluations/answer-evaluation.server'
import { answerForm, longestAnswer } from '~/domain/evaluations/schema'
import { requireLanguage } from '~/http/context.server'
import { questionsIn } from '~/http/evaluation.server'
import { useFormFault } from '~/http/form-fault'
import { formFault, parseForm } from '~/http/forms.server'
import { useFrame } from '~/http/frame'
import { privatePageTitle } from '~/http/page'
import { PostForm } from '~/http/post-form'

export { evaluationStyles as links } from '~/http/evaluation-styles'
export const meta: MetaFunction = ({ params }) => privatePageTitle(params, 'questions')

const none = { key: '', questions: [] }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const language = requireLanguage(params)
  const evaluation = await findEvaluationByCode(params.code ?? '')
  if (!evaluation) return data({ state: 'unknown' as const, ...none }, { status: 404 })
  if (new URL(request.url).searchParams.has('sent')) return data({ state: 'sent' as const, ...none })
  if (!evaluation.open) return data({ state: 'closed' as const, ...none }, { status: 410 })
  return data({ state: 'open' as const, key: randomUUID(), questions: questionsIn(evaluation.set, language) })
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const language = requireLanguage(params)
  const code = params.code ?? ''
  const evaluation = await findEvaluationByCode(code)
  if (!evaluation?.open) return data(null, { status: evaluation ? 410 : 404 })
  const form = await parseForm(request, answerForm(evaluation.set.questions))
  if (!form.ok) return formFault(form)
  const result = await answerEvaluation(evaluation, form.data, { language, from: context.address })
  if (!result.ok) return formFault({ values: form.values, errors: { form: `${result.code}:${result.minutes}` } }, 429)
  return redirect(`/${language}/evaluate/${encodeURIComponent(code)}?sent`, 303)
}

export default function Evaluate() {
  const { state, key, questions } = useLoaderData<typeof loader>()
  const { t } = useTranslation('evaluations')
  const fault = useFormFault()
  const looksLikeName = useOnlyNames()
  if (state === 'sent') return <Sent />
  if (state !== 'open') return <Gone state={state} />
  return (
    <FormPage title={t('answer.title')} errors={fault.summary} intro={t('answer.intro')}>
      <PostForm>
        <input type="hidden" name="key" value={fault.value('key', key)} />
        {questions.map(({ id, kind, text }) =>
          kind === 'faces' ? (
            <FaceGroup key={id} name={id} label={text} {...kept(fault, id)} />
          ) : (
            <TextArea
              key={id}
              name={id}
              label={text}
              description={t('answer.noNames')}
              required={false}
              rows={4}
              maxLength={longestAnswer}
              autoComplete="off"
              {...kept(fault, id)}
            />
          ),
        )}
        {looksLikeName && (
          <Notice kind="warning" title={t('answer.nameTitle')}>
            <p className="utrecht-paragraph">{t('answer.nameText')}</p>
          </Notice>
        )}
        <div className="lk-actions">
          <Button>{t('answer.send')}</Button>
          {looksLikeName && (
            <Button look="secondary" name="anyway" value="on">
              {t('answer.anyway')}
            </Button>
          )}
        </div>
      </PostForm>
    </FormPage>
  )
}

/** Whether all that stands in the way is something that looks like a name: the writer knows whether it is one. */
function useOnlyNames(): boolean {
  const codes = Object.values(useActionData<{ errors?: Record<string, string> } | null>()?.errors ?? {})
  return codes.length > 0 && codes.every((code) => code === 'nameInText')
}

function Sent() {
  const { t } = useTranslation('evaluations')
  const { language } = useFrame()
  return (
    <>
      <Heading level={1}>{t('sent.title')}</Heading>
      <p className="utrecht-paragraph utrecht-paragraph--lead">{t('sent.text')}</p>
      <NextStep href={`/${language}/courses`} title={t('sent.read')} />
      <ToHelp />
    </>
  )
}

function Gone({ state }: { state: 'closed' | 'unknown' }) {
  const { t } = useTranslation('evaluations')
  return (
    <>
      <Heading level={1}>{t(`gone.${state}Title`)}</Heading>
      <p className="utrecht-paragraph utrecht-paragraph--lead">{t(`gone.${state}`)}</p>
      <ToHelp />
    </>
  )
}

function ToHelp() {
  const { t } = useTranslation('evaluations')
  const { language } = useFrame()
  return (
    <p className="utrecht-paragraph">
      <Link href={`/${language}/help`}>{t('help')}</Link>
    </p>
  )
}

/** What was chosen or written before, and what was wrong with it. */
function kept(fault: ReturnType<typeof useFormFault>, name: string) {
  const before = fault.value(name)
  return { error: fault.error(name), ...(before ? { defaultValue: before } : {}) }
}
