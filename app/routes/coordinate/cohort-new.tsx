import { randomUUID } from 'node:crypto'
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { BackLink } from '~/components/patterns/BackLink'
import { FormPage } from '~/components/patterns/FormPage'
import { Button } from '~/components/primitives/Button'
import { Checkbox } from '~/components/primitives/Checkbox'
import { Field } from '~/components/primitives/Field'
import { Notice } from '~/components/primitives/Notice'
import { Select } from '~/components/primitives/Select'
import { getCatalogue } from '~/content/read'
import { listOrganisationsOf } from '~/domain/accounts/organisations.server'
import { mayCoordinate } from '~/domain/accounts/policy'
import { createCohort } from '~/domain/cohorts/create-cohort.server'
import { monthsAfter } from '~/domain/cohorts/dates'
import { cohortForm } from '~/domain/cohorts/schema'
import { requireAccount, requireLanguage } from '~/http/context.server'
import { courseTitle } from '~/http/course-titles.server'
import { useFormFault } from '~/http/form-fault'
import { formFault, parseForm } from '~/http/forms.server'
import { useFrame } from '~/http/frame'
import { privatePageTitle } from '~/http/page'
import { PostForm } from '~/http/post-form'
import { today } from '~/i18n/formats'
import { directionOf, languageNames, languages } from '~/i18n/languages'

export { managementStyles as links } from '~/http/management-styles'
export const meta: MetaFunction = ({ params }) => privatePageTitle(params, 'newCohort')

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params)
  const person = requireAccount(context, { request, language, may: mayCoordinate })
  const courses = getCatalogue().courses.filter(({ kind, audience }) => kind === 'course' && audience.includes('trainers'))
  const startsOn = today()
  return {
    key: randomUUID() as string,
    courses: courses.map((course) => {
      const { title, lang, dir } = courseTitle(course, language)
      return { value: course.id, label: title, lang, dir }
    }),
    organisations: (await listOrganisationsOf(person)).map(({ id, name }) => ({ value: id, label: name, dir: 'auto' as const })),
    startsOn,
    endsOn: monthsAfter(startsOn, 3),
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const language = requireLanguage(params)
  const person = requireAccount(context, { request, language, may: mayCoordinate })
  const form = await parseForm(request, cohortForm)
  if (!form.ok) return formFault(form)
  const result = await createCohort(person, form.data)
  if ('field' in result) return formFault({ values: form.values, errors: { [result.field]: 'choiceUnknown' } })
  return redirect(`/${language}/coordinate/cohorts/${result.id}?created`, 303)
}

export default function CohortNew() {
  const { key, courses, organisations, startsOn, endsOn } = useLoaderData<typeof loader>()
  const { t } = useTranslation('coordinate')
  const { language } = useFrame()
  const fault = useFormFault()
  const back = <BackLink href={`/${language}/coordinate/cohorts`}>{t('new.back')}</BackLink>
  if (organisations.length === 0) {
    return (
      <>
        {back}
        <FormPage title={t('new.title')}>
          <Notice kind="info" title={t('new.noOrganisationTitle')}>
            <p className="utrecht-paragraph">{t('new.noOrganisation')}</p>
          </Notice>
        </FormPage>
      </>
    )
  }
  return (
    <>
      {back}
      <FormPage title={t('new.title')} errors={fault.summary} intro={t('new.intro')}>
        <PostForm>
          <input type="hidden" name="key" value={fault.value('key', key)} />
          <Field
            name="name"
            label={t('new.name')}
            description={t('new.nameHelp')}
            autoComplete="off"
            dir="auto"
            maxLength={120}
            defaultValue={fault.value('name')}
            error={fault.error('name')}
          />
          <Select
            name="organisation"
            label={t('new.organisation')}
            options={organisations}
            {...firstChoice(organisations, t('new.choose'))}
            {...kept(fault, 'organisation')}
          />
          <Select
            name="course"
            label={t('new.course')}
            options={courses}
            {...firstChoice(courses, t('new.choose'))}
            {...kept(fault, 'course')}
          />
          <Select
            name="language"
            label={t('new.language')}
            description={t('new.languageHelp')}
            defaultValue={fault.value('language', language)}
            error={fault.error('language')}
            options={languages.map((code) => ({ value: code, label: languageNames[code], lang: code, dir: directionOf(code) }))}
          />
          <Field
            name="startsOn"
            type="date"
            label={t('new.startsOn')}
            min="2020-01-01"
            max="2099-12-31"
            defaultValue={fault.value('startsOn', startsOn)}
            error={fault.error('startsOn')}
          />
          <Field
            name="endsOn"
            type="date"
            label={t('new.endsOn')}
            min="2020-01-01"
            max="2099-12-31"
            defaultValue={fault.value('endsOn', endsOn)}
            error={fault.error('endsOn')}
          />
          <Field
            name="targetSize"
            type="number"
            short
            required={false}
            min={1}
            max={500}
            label={t('edit.targetSize')}
            defaultValue={fault.value('targetSize')}
            error={fault.error('targetSize')}
          />
          <Checkbox
            name="withoutTests"
            label={t('new.withoutTests')}
            description={t('new.withoutTestsHelp')}
            defaultChecked={fault.value('withoutTests') === 'on'}
          />
          <Button>{t('new.button')}</Button>
        </PostForm>
      </FormPage>
    </>
  )
}

/** A list with one choice has it chosen; a longer one asks. */
function firstChoice(options: { value: string }[], choose: string) {
  return options.length === 1 ? {} : { placeholder: choose }
}

/** What was chosen before, and what was wrong with it. */
function kept(fault: ReturnType<typeof useFormFault>, name: string) {
  const chosen = fault.value(name)
  return { error: fault.error(name), ...(chosen ? { defaultValue: chosen } : {}) }
}
