import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { BackLink } from '~/components/patterns/BackLink'
import { FormPage } from '~/components/patterns/FormPage'
import { Button } from '~/components/primitives/Button'
import { Field } from '~/components/primitives/Field'
import { closeGroup, reopenGroup } from '~/domain/groups/save-group.server'
import { closeForm } from '~/domain/groups/schema'
import { useFormFault } from '~/http/form-fault'
import { formFault, parseForm } from '~/http/forms.server'
import { useFrame } from '~/http/frame'
import { groupFacts } from '~/http/group-facts.server'
import { requireGroup } from '~/http/group.server'
import { privatePageTitle } from '~/http/page'
import { PostForm } from '~/http/post-form'
import { revisionOf } from '~/http/revision'
import { today } from '~/i18n/formats'
import { ChangedMeanwhile } from './ChangedMeanwhile'
import { GroupFacts } from './GroupFacts'

export { managementStyles as links } from '~/http/management-styles'
export const meta: MetaFunction = ({ params }) => privatePageTitle(params, 'group')

export async function loader(args: LoaderFunctionArgs) {
  const { group } = await requireGroup(args, { toChange: true })
  const { id, name, revision, closedOn, lastHeldOn } = group
  const latest = today()
  return { id, name, revision, closed: closedOn !== null, closedOn: lastHeldOn ?? latest, latest, facts: groupFacts(group) }
}

export async function action(args: ActionFunctionArgs) {
  const { language, person, group } = await requireGroup(args, { toChange: true })
  const form = await parseForm(args.request, closeForm)
  if (!form.ok) return formFault(form)
  const { revision, closedOn } = form.data
  const back = `/${language}/coordinate/groups/${group.id}`
  const result = closedOn ? await closeGroup(person, group, { closedOn, revision }) : await reopenGroup(person, group, { revision })
  if (result === 'conflict') return formFault({ values: form.values, errors: { form: 'changedMeanwhile' } }, 409)
  if (result === 'heldLater') return formFault({ values: form.values, errors: { closedOn: 'closedBeforeLast' } })
  return redirect(`${back}?${closedOn ? 'closed' : 'reopened'}`, 303)
}

export default function GroupClose() {
  const { id, name, revision, closed, closedOn, latest, facts } = useLoaderData<typeof loader>()
  const { t } = useTranslation('groups')
  const { language } = useFrame()
  const fault = useFormFault()
  return (
    <>
      <BackLink href={`/${language}/coordinate/groups/${id}`}>{name}</BackLink>
      <FormPage
        title={closed ? t('close.reopenTitle') : t('close.title')}
        intro={closed ? t('close.reopenIntro') : t('close.intro')}
        errors={fault.summary}
      >
        {fault.has('form', 'changedMeanwhile') && (
          <ChangedMeanwhile>
            <GroupFacts facts={facts} />
          </ChangedMeanwhile>
        )}
        <PostForm>
          <input type="hidden" name="revision" value={revisionOf(fault, revision)} />
          {!closed && (
            <Field
              name="closedOn"
              type="date"
              label={t('close.closedOn')}
              max={latest}
              defaultValue={fault.value('closedOn', closedOn)}
              error={fault.error('closedOn')}
            />
          )}
          <Button>{closed ? t('close.reopenButton') : t('close.button')}</Button>
        </PostForm>
      </FormPage>
    </>
  )
}
