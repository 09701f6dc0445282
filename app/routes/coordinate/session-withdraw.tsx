import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { BackLink } from '~/components/patterns/BackLink'
import { FormPage } from '~/components/patterns/FormPage'
import { Button } from '~/components/primitives/Button'
import { Field } from '~/components/primitives/Field'
import { withdrawSession } from '~/domain/groups/register-session.server'
import { reasonForm } from '~/domain/groups/schema'
import { useFormFault } from '~/http/form-fault'
import { formFault, parseForm } from '~/http/forms.server'
import { useFrame } from '~/http/frame'
import { requireGroupSession } from '~/http/group.server'
import { privatePageTitle } from '~/http/page'
import { PostForm } from '~/http/post-form'
import { revisionOf } from '~/http/revision'
import { shownSession } from '~/http/shown-session.server'
import { ChangedMeanwhile } from './ChangedMeanwhile'
import { SessionFacts } from './SessionFacts'

export { managementStyles as links } from '~/http/management-styles'
export const meta: MetaFunction = ({ params }) => privatePageTitle(params, 'session')

export async function loader(args: LoaderFunctionArgs) {
  const { language, group, session } = await requireGroupSession(args)
  return { group: { id: group.id, name: group.name }, session: shownSession(group, session, language) }
}

export async function action(args: ActionFunctionArgs) {
  const { language, person, group, session } = await requireGroupSession(args)
  const form = await parseForm(args.request, reasonForm)
  if (!form.ok) return formFault(form)
  const result = await withdrawSession(person, session, form.data)
  if (result === 'textLooksLikeName' || result === 'textHasContact') return formFault({ values: form.values, errors: { reason: result } })
  if (result === 'conflict') return formFault({ values: form.values, errors: { form: 'changedMeanwhile' } }, 409)
  return redirect(`/${language}/coordinate/groups/${group.id}?withdrawn`, 303)
}

export default function SessionWithdraw() {
  const { group, session } = useLoaderData<typeof loader>()
  const { t } = useTranslation('groups')
  const { language } = useFrame()
  const fault = useFormFault()
  const here = `/${language}/coordinate/groups/${group.id}/sessions/${session.id}`
  const planned = session.status === 'planned'
  const facts = <SessionFacts session={session} />
  return (
    <>
      <BackLink href={planned ? `${here}/register` : here}>{t('session.back')}</BackLink>
      <FormPage
        title={planned ? t('withdraw.plannedTitle') : t('withdraw.title')}
        intro={planned ? t('withdraw.plannedIntro') : t('withdraw.intro')}
        errors={fault.summary}
      >
        {fault.has('form', 'changedMeanwhile') ? <ChangedMeanwhile>{facts}</ChangedMeanwhile> : facts}
        <PostForm>
          <input type="hidden" name="revision" value={revisionOf(fault, session.revision)} />
          <Field
            name="reason"
            label={t('withdraw.reason')}
            description={t('session.noNames')}
            dir="auto"
            autoComplete="off"
            maxLength={200}
            defaultValue={fault.value('reason')}
            error={fault.error('reason')}
          />
          <Button>{planned ? t('withdraw.plannedButton') : t('withdraw.button')}</Button>
        </PostForm>
      </FormPage>
    </>
  )
}
