import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button } from '~/components/primitives/Button'
import { CheckboxGroup } from '~/components/primitives/CheckboxGroup'
import { Field } from '~/components/primitives/Field'
import { UserText } from '~/components/primitives/UserText'
import { changeCohort, listTrainerChoices } from '~/domain/cohorts/change-cohort.server'
import { changeCohortForm } from '~/domain/cohorts/schema'
import { cohortHead, conflict, requireCohort } from '~/http/cohort.server'
import { useFormFault } from '~/http/form-fault'
import { formFault, parseForm } from '~/http/forms.server'
import { useFrame } from '~/http/frame'
import { privatePageTitle } from '~/http/page'
import { PostForm } from '~/http/post-form'
import { formatDate, formatNumber } from '~/i18n/formats'
import { CohortHead } from './CohortHead'
import { NowThere, useSeen } from './NowThere'

export { managementStyles as links } from '~/http/management-styles'
export const meta: MetaFunction = ({ params }) => privatePageTitle(params, 'editCohort')

export async function loader(asked: LoaderFunctionArgs) {
  const { cohort } = await requireCohort(asked)
  const { name, startsOn, endsOn, targetSize, revision } = cohort
  return { head: cohortHead(cohort), now: { name, startsOn, endsOn, targetSize, revision }, trainers: await listTrainerChoices(cohort) }
}

export async function action(asked: ActionFunctionArgs) {
  const { language, person, cohort } = await requireCohort(asked)
  const form = await parseForm(asked.request.clone(), changeCohortForm, ['trainers'])
  // A list does not fit into the values of a fault, which has one text for each field.
  const values = { ...form.values, trainers: await trainersTyped(asked.request) }
  if (!form.ok) return formFault({ values, errors: form.errors })
  const result = await changeCohort(person, cohort, form.data)
  if (result === 'unknownTrainer') return formFault({ values, errors: { trainers: 'choiceUnknown' } })
  if (result === 'stale') return conflict({ values }, cohort.closedAt ? 'closed' : 'stale')
  return redirect(`/${language}/coordinate/cohorts/${cohort.id}?saved`, 303)
}

async function trainersTyped(request: Request): Promise<string> {
  const all = (await request.formData()).getAll('trainers')
  return all.filter((value) => typeof value === 'string').join()
}

export default function CohortEdit() {
  const { head, now, trainers } = useLoaderData<typeof loader>()
  const { t } = useTranslation('coordinate')
  const { language } = useFrame()
  const fault = useFormFault()
  const seen = useSeen('revision', now.revision)
  const failed = useActionData() !== undefined
  const chosen = failed ? fault.value('trainers').split(',') : trainers.chosen
  const back = { href: `/${language}/coordinate/cohorts/${head.id}`, words: t('member.back') }
  const names = trainers.choices.filter(({ id }) => trainers.chosen.includes(id)).map(({ userName }) => userName)
  return (
    <>
      <CohortHead cohort={head} title={t('edit.title')} errors={fault.summary} back={back} />
      <NowThere
        items={[
          { key: 'name', term: t('new.name'), value: <UserText>{now.name}</UserText> },
          { key: 'startsOn', term: t('new.startsOn'), value: formatDate(language, now.startsOn) },
          { key: 'endsOn', term: t('new.endsOn'), value: formatDate(language, now.endsOn) },
          { key: 'targetSize', term: t('edit.targetSize'), value: now.targetSize ? formatNumber(language, now.targetSize) : '–' },
          { key: 'trainers', term: t('cohort.trainers'), value: <bdi>{names.join(' · ') || t('cohort.noTrainers')}</bdi> },
        ]}
      />
      {!head.closed && (
        <PostForm>
          <input type="hidden" name="revision" value={seen} />
          <Field
            name="name"
            label={t('new.name')}
            description={t('new.nameHelp')}
            autoComplete="off"
            dir="auto"
            maxLength={120}
            defaultValue={fault.value('name', now.name)}
            error={fault.error('name')}
          />
          <Field
            name="startsOn"
            type="date"
            label={t('new.startsOn')}
            min="2020-01-01"
            max="2099-12-31"
            defaultValue={fault.value('startsOn', now.startsOn)}
            error={fault.error('startsOn')}
          />
          <Field
            name="endsOn"
            type="date"
            label={t('new.endsOn')}
            description={t('edit.endsOnHelp')}
            min="2020-01-01"
            max="2099-12-31"
            defaultValue={fault.value('endsOn', now.endsOn)}
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
            defaultValue={fault.value('targetSize', now.targetSize === null ? '' : String(now.targetSize))}
            error={fault.error('targetSize')}
          />
          {trainers.choices.length > 0 && (
            <CheckboxGroup
              name="trainers"
              required={false}
              label={t('edit.trainers')}
              description={t('edit.trainersHelp')}
              options={trainers.choices.map(({ id, userName }) => ({ value: id, label: <UserText>{userName}</UserText> }))}
              defaultValues={chosen}
              error={fault.error('trainers')}
            />
          )}
          <Button>{t('form.save')}</Button>
        </PostForm>
      )}
    </>
  )
}
