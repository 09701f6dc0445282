import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { BackLink } from '~/components/patterns/BackLink'
import { FormPage } from '~/components/patterns/FormPage'
import { Button } from '~/components/primitives/Button'
import { Heading } from '~/components/primitives/Heading'
import { UserText } from '~/components/primitives/UserText'
import { changeTarget, listTargetHistory, withdrawTarget } from '~/domain/participation/targets.server'
import { targetForm, withdrawForm } from '~/domain/participation/targets-schema'
import { useFormFault } from '~/http/form-fault'
import { formFault, parseForm } from '~/http/forms.server'
import { useFrame } from '~/http/frame'
import { privatePageTitle } from '~/http/page'
import { PostForm } from '~/http/post-form'
import { revisionOf } from '~/http/revision'
import { requireTarget, targetChoices, targetLines, targetValues } from '~/http/target.server'
import { formatDateTime, formatNumber } from '~/i18n/formats'
import { ChangedMeanwhile } from '../coordinate/ChangedMeanwhile'
import { TargetForm } from './TargetForm'

export { reportStyles as links } from '~/http/report-styles'
export const meta: MetaFunction = ({ params }) => privatePageTitle(params, 'targets')

export async function loader(args: LoaderFunctionArgs) {
  const { language, target } = await requireTarget(args)
  const [choices, [line], history] = await Promise.all([targetChoices(), targetLines([target], language), listTargetHistory(target.id)])
  return {
    revision: target.revision,
    choices,
    values: targetValues(target),
    line,
    history: history.map(({ number, act, recordedAt, value, author }) => ({
      ...{ number, act, author },
      at: formatDateTime(language, recordedAt),
      value: formatNumber(language, value),
    })),
  }
}

/** Changes the target, or with the button below takes it back. */
export async function action(args: ActionFunctionArgs) {
  const { language, person, target } = await requireTarget(args)
  const list = `/${language}/manage/targets`
  if (new URL(args.request.url).searchParams.has('withdraw')) {
    const form = await parseForm(args.request, withdrawForm)
    if (!form.ok) return formFault(form)
    if ((await withdrawTarget(person, target, form.data)) === 'saved') return redirect(`${list}?withdrawn`, 303)
    return formFault({ values: form.values, errors: { form: 'changedMeanwhile' } }, 409)
  }
  const form = await parseForm(args.request, targetForm)
  if (!form.ok) return formFault(form)
  const result = await changeTarget(person, target, { ...form.data, revision: form.data.revision ?? 0 })
  if (result === 'saved') return redirect(`${list}?saved`, 303)
  if (result === 'conflict') return formFault({ values: form.values, errors: { form: 'changedMeanwhile' } }, 409)
  return formFault({ values: form.values, errors: { [result.field]: result.code } })
}

export default function Target() {
  const { revision, choices, values, line, history } = useLoaderData<typeof loader>()
  const { t } = useTranslation('report')
  const { t: ti } = useTranslation('indicators')
  const { language, path } = useFrame()
  const fault = useFormFault()
  const [address = ''] = path.split('?')
  return (
    <>
      <BackLink href={`/${language}/manage/targets`}>{t('target.title')}</BackLink>
      <FormPage title={t('target.change')} errors={fault.summary}>
        {fault.has('form', 'changedMeanwhile') && line && (
          <ChangedMeanwhile>
            <p className="utrecht-paragraph">
              {[ti(`${line.indicator}.name`), ...line.about].join(' · ')}: {line.target}. {t('period.both', line)}{' '}
              <UserText>{line.source}</UserText>
            </p>
          </ChangedMeanwhile>
        )}
        <TargetForm fault={fault} values={values} hidden={{ revision }} button={t('target.save')} {...choices} />
      </FormPage>
      <Heading level={2}>{t('target.history')}</Heading>
      <ul className="lk-history" role="list">
        {history.map(({ number, act, at, value, author }) => (
          <li key={number}>
            <p className="utrecht-paragraph">
              {t(`target.acts.${act}`, { number: value })} <span className="lk-soft">{at}</span> {author && <UserText>{author}</UserText>}
            </p>
          </li>
        ))}
      </ul>
      <Heading level={2}>{t('target.withdrawTitle')}</Heading>
      <p className="utrecht-paragraph">{t('target.withdrawText')}</p>
      <PostForm action={`/${language}/${address.replace(/^\//, '')}?withdraw`}>
        <input type="hidden" name="revision" value={revisionOf(fault, revision)} />
        <Button look="secondary">{t('target.withdraw')}</Button>
      </PostForm>
    </>
  )
}
