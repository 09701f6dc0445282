import { randomUUID } from 'node:crypto'
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '~/components/patterns/EmptyState'
import { FormPage } from '~/components/patterns/FormPage'
import { SectionNav } from '~/components/patterns/SectionNav'
import { Notice } from '~/components/primitives/Notice'
import { UserText } from '~/components/primitives/UserText'
import { getPractice, listOwnPractice } from '~/domain/cohorts/practice.server'
import { notFound, requireAccount, requireLanguage } from '~/http/context.server'
import { useFormFault } from '~/http/form-fault'
import { useFrame } from '~/http/frame'
import { privatePageTitle } from '~/http/page'
import { answerPracticeForm } from '~/http/practice.server'
import { today } from '~/i18n/formats'
import { Done } from '../coordinate/Done'
import { PracticeLog } from './PracticeLog'

export const meta: MetaFunction = ({ params }) => privatePageTitle(params, 'practice')

/** The membership that the address asks for with `?cohort=`; without it the newest. */
async function findOwn({ request, params, context }: LoaderFunctionArgs | ActionFunctionArgs) {
  const language = requireLanguage(params)
  const person = requireAccount(context, { request, language })
  const all = await listOwnPractice(person.id, today())
  const wanted = new URL(request.url).searchParams.get('cohort')
  const member = wanted === null ? all[0] : all.find((each) => each.cohort.id === wanted)
  return { language, person, all, member }
}

export async function loader(asked: LoaderFunctionArgs) {
  const { all, member } = await findOwn(asked)
  if (!member) {
    if (all.length > 0) throw notFound()
    return null
  }
  const { id, name, endsOn, practiceEndsOn, closedAt } = member.cohort
  const day = today()
  return {
    key: randomUUID() as string,
    cohort: { id, name, closed: closedAt !== null },
    cohorts: all.map((each) => ({ id: each.cohort.id, name: each.cohort.name })),
    from: endsOn,
    until: day < practiceEndsOn ? day : practiceEndsOn,
    practice: await getPractice(member, day),
  }
}

export async function action(asked: ActionFunctionArgs) {
  const { language, person, member } = await findOwn(asked)
  if (!member) throw notFound()
  const answer = await answerPracticeForm(asked.request, person, member)
  return typeof answer === 'string' ? redirect(`/${language}/learn/practice?cohort=${member.cohort.id}&${answer}`, 303) : answer
}

export default function Practice() {
  const own = useLoaderData<typeof loader>()
  const { t } = useTranslation('coordinate')
  const { language } = useFrame()
  const fault = useFormFault()
  if (!own) {
    return (
      <FormPage title={t('ownPractice.title')}>
        <EmptyState title={t('ownPractice.empty')}>
          <p className="utrecht-paragraph">{t('ownPractice.emptyText')}</p>
        </EmptyState>
      </FormPage>
    )
  }
  const { key, cohort, cohorts, from, until, practice } = own
  const links = cohorts.map(({ id, name }) => ({
    href: `/${language}/learn/practice?cohort=${id}`,
    label: name,
    ...(id === cohort.id ? { current: 'page' as const } : {}),
  }))
  return (
    <>
      <SectionNav label={t('ownPractice.groups')} links={links} />
      <FormPage title={t('ownPractice.title')} errors={fault.summary} intro={t('ownPractice.intro')}>
        <Done words={{ logged: t('practiceLog.logged'), withdrawn: t('practiceLog.withdrawn') }} />
        <p className="lk-eyebrow">
          <UserText>{cohort.name}</UserText>
        </p>
        <p className="utrecht-paragraph">{t('practice.rule')}</p>
        {cohort.closed && (
          <Notice kind="info">
            <p className="utrecht-paragraph">{t('cohort.isClosed')}</p>
          </Notice>
        )}
        <PracticeLog practice={practice} formKey={key} from={from} until={until} open={!cohort.closed} />
      </FormPage>
    </>
  )
}
