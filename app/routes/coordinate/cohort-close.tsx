import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button } from '~/components/primitives/Button'
import { Heading } from '~/components/primitives/Heading'
import { Notice } from '~/components/primitives/Notice'
import { TextArea } from '~/components/primitives/TextArea'
import { closeCohort, countFigures, findClosingFigures, reopenCohort } from '~/domain/cohorts/close-cohort.server'
import { closeCohortForm, reopenCohortForm } from '~/domain/cohorts/schema'
import { cohortHead, conflict, requireCohort } from '~/http/cohort.server'
import { useFormFault } from '~/http/form-fault'
import { formFault, parseForm } from '~/http/forms.server'
import { useFrame } from '~/http/frame'
import { privatePageTitle } from '~/http/page'
import { PostForm } from '~/http/post-form'
import { CohortHead } from './CohortHead'
import { FigureList } from './FigureList'
import { IsNoName } from './IsNoName'
import { useSeen } from './NowThere'

export { managementStyles as links } from '~/http/management-styles'
export const meta: MetaFunction = ({ params }) => privatePageTitle(params, 'closeCohort')

export async function loader(asked: LoaderFunctionArgs) {
  const { cohort } = await requireCohort(asked)
  const fixed = cohort.closedAt ? await findClosingFigures(cohort.id) : null
  return { head: cohortHead(cohort), revision: cohort.revision, figures: fixed ?? (await countFigures(cohort)) }
}

export async function action(asked: ActionFunctionArgs) {
  const { language, person, cohort } = await requireCohort(asked)
  const page = `/${language}/coordinate/cohorts/${cohort.id}`
  const form = await parseForm(asked.request.clone(), closeCohortForm)
  if (!form.ok) return formFault(form)
  // The form that reopens has a reason; the one that closes has none. Pressed twice, the first one was it.
  if (form.values.reason === undefined) {
    if (cohort.closedAt || (await closeCohort(person, cohort, form.data.revision))) return redirect(`${page}?closed`, 303)
    return conflict(form, 'stale')
  }
  if (!cohort.closedAt) return redirect(`${page}?reopened`, 303)
  const reopening = await parseForm(asked.request, reopenCohortForm)
  if (!reopening.ok) return formFault(reopening)
  return (await reopenCohort(person, cohort, reopening.data)) ? redirect(`${page}?reopened`, 303) : conflict(reopening, 'stale')
}

export default function CohortClose() {
  const { head, revision, figures } = useLoaderData<typeof loader>()
  const { t } = useTranslation('coordinate')
  const { language } = useFrame()
  const fault = useFormFault()
  const seen = useSeen('revision', revision)
  const back = { href: `/${language}/coordinate/cohorts/${head.id}`, words: t('member.back') }
  return (
    <>
      <CohortHead cohort={head} title={t('close.title')} errors={fault.summary} back={back} />
      <p className="utrecht-paragraph utrecht-paragraph--lead">{head.closed ? t('close.closedIntro') : t('close.intro')}</p>
      <FigureList figures={figures} />
      {head.closed ? (
        <>
          <Heading level={2}>{t('close.reopenTitle')}</Heading>
          <p className="utrecht-paragraph">{t('close.reopenText')}</p>
          <PostForm>
            <input type="hidden" name="revision" value={seen} />
            <TextArea
              name="reason"
              rows={3}
              maxLength={5000}
              label={t('close.reason')}
              description={t('practiceLog.noteHelp')}
              autoComplete="off"
              defaultValue={fault.value('reason')}
              error={fault.error('reason')}
            />
            <IsNoName fault={fault} field="reason" />
            <Button look="secondary">{t('close.reopen')}</Button>
          </PostForm>
        </>
      ) : (
        <>
          <Notice kind="warning">
            <p className="utrecht-paragraph">{t('close.warning')}</p>
          </Notice>
          <PostForm>
            <input type="hidden" name="revision" value={seen} />
            <Button>{t('cohort.close')}</Button>
          </PostForm>
        </>
      )}
    </>
  )
}
