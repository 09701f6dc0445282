import { randomUUID } from 'node:crypto'
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { BackLink } from '~/components/patterns/BackLink'
import { FormPage } from '~/components/patterns/FormPage'
import { Button } from '~/components/primitives/Button'
import { DataList } from '~/components/primitives/DataList'
import { Heading } from '~/components/primitives/Heading'
import { Link } from '~/components/primitives/Link'
import { RadioGroup } from '~/components/primitives/RadioGroup'
import { UserText } from '~/components/primitives/UserText'
import { listQuestionSetsAbout } from '~/content/read-evaluations'
import { mayCoordinate } from '~/domain/accounts/policy'
import { createEvaluation } from '~/domain/evaluations/create-evaluation.server'
import { findSubject } from '~/domain/evaluations/evaluations.server'
import { mayChange } from '~/domain/evaluations/policy'
import { newEvaluationForm, subjectIn } from '~/domain/evaluations/schema'
import { notFound, requireAccount, requireLanguage } from '~/http/context.server'
import { useFormFault } from '~/http/form-fault'
import { formFault, parseForm } from '~/http/forms.server'
import { useFrame } from '~/http/frame'
import { privatePageTitle } from '~/http/page'
import { PostForm } from '~/http/post-form'
import { formatDate } from '~/i18n/formats'
import { CoordinateNav } from './CoordinateNav'

export { managementStyles as links } from '~/http/management-styles'
export const meta: MetaFunction = ({ params }) => privatePageTitle(params, 'newEvaluation')

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params)
  const person = requireAccount(context, { request, language, may: mayCoordinate })
  const search = new URL(request.url).searchParams
  if (search.size === 0) return { subject: null }
  const asked = subjectIn(search)
  const found = asked && (await findSubject(person, asked))
  if (!found || !mayChange(found.access)) throw notFound()
  const sets = listQuestionSetsAbout(asked.kind).map(({ id, questions, texts }) => ({
    id,
    name: texts[language].name,
    questions: questions.map((question) => texts[language].questions[question.id]!),
  }))
  const subject = { kind: asked.kind, name: found.name, day: found.date && formatDate(language, found.date) }
  return { subject, sets, key: randomUUID() as string }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const language = requireLanguage(params)
  const person = requireAccount(context, { request, language, may: mayCoordinate })
  const subject = subjectIn(new URL(request.url).searchParams)
  if (!subject) throw notFound()
  const form = await parseForm(request, newEvaluationForm)
  if (!form.ok) return formFault(form)
  const result = await createEvaluation(person, subject, form.data)
  if ('id' in result) return redirect(`/${language}/coordinate/evaluations/${result.id}?created`, 303)
  if (result.field === 'subject') throw notFound()
  return formFault({ values: form.values, errors: { set: 'choiceUnknown' } })
}

export default function EvaluationNew() {
  const loaded = useLoaderData<typeof loader>()
  const { t } = useTranslation('evaluations')
  const { language } = useFrame()
  const fault = useFormFault()
  const back = (
    <>
      <CoordinateNav current="evaluations" within />
      <BackLink href={`/${language}/coordinate/evaluations`}>{t('one.back')}</BackLink>
    </>
  )
  if (!loaded.subject) {
    return (
      <>
        {back}
        <Heading level={1}>{t('new.title')}</Heading>
        <p className="utrecht-paragraph utrecht-paragraph--lead">{t('new.choose')}</p>
        <ul className="utrecht-unordered-list">
          <li className="utrecht-unordered-list__item">
            <Link href={`/${language}/coordinate/groups`}>{t('new.toGroups')}</Link>
          </li>
          <li className="utrecht-unordered-list__item">
            <Link href={`/${language}/coordinate/cohorts`}>{t('new.toCohorts')}</Link>
          </li>
        </ul>
      </>
    )
  }
  const { subject, sets, key } = loaded
  const [only] = sets.length === 1 ? sets : []
  const chosen = fault.value('set', only?.id)
  return (
    <>
      {back}
      <FormPage title={t('new.title')} errors={fault.summary} intro={t('new.intro')}>
        <DataList
          items={[
            { key: 'about', term: t(`new.about.${subject.kind}`), value: <UserText>{subject.name}</UserText> },
            ...(subject.day ? [{ key: 'day', term: t('one.day'), value: subject.day }] : []),
          ]}
        />
        <PostForm>
          <input type="hidden" name="key" value={fault.value('key', key)} />
          <RadioGroup
            name="set"
            label={t('new.set')}
            options={sets.map(({ id, name, questions }) => ({ value: id, label: name, hint: questions.join(' · ') }))}
            error={fault.error('set')}
            {...(chosen ? { defaultValue: chosen } : {})}
          />
          <Button>{t('new.button')}</Button>
        </PostForm>
      </FormPage>
    </>
  )
}
