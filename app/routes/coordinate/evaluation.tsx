import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { BackLink } from '~/components/patterns/BackLink'
import { CopyText } from '~/components/patterns/CopyText'
import { EvaluationSheet } from '~/components/patterns/EvaluationSheet'
import { NamedTitle } from '~/components/patterns/NamedTitle'
import { PrintButton } from '~/components/patterns/PrintButton'
import { Button } from '~/components/primitives/Button'
import { DataList } from '~/components/primitives/DataList'
import { Heading } from '~/components/primitives/Heading'
import { LinkButton } from '~/components/primitives/LinkButton'
import { Notice } from '~/components/primitives/Notice'
import { Qr } from '~/components/primitives/Qr'
import { UserText } from '~/components/primitives/UserText'
import { changeEvaluation } from '~/domain/evaluations/change-evaluation.server'
import { findEvaluation, getQuestionSetOf } from '~/domain/evaluations/evaluations.server'
import { mayChange, maySeeEvaluations } from '~/domain/evaluations/policy'
import { findResultsTogether, getResults } from '~/domain/evaluations/results.server'
import { evaluationChangeForm } from '~/domain/evaluations/schema'
import { notFound, requireAccount, requireLanguage } from '~/http/context.server'
import { evaluationLinks, invitationLines, questionsIn, shownResults } from '~/http/evaluation.server'
import { formFault, parseForm } from '~/http/forms.server'
import { useFrame } from '~/http/frame'
import { requireId } from '~/http/ids.server'
import { privatePageTitle } from '~/http/page'
import { PostForm } from '~/http/post-form'
import { useSaved } from '~/http/saved'
import { formatDate } from '~/i18n/formats'
import { CoordinateNav } from './CoordinateNav'
import { EvaluationResults } from './EvaluationResults'

export { evaluationResultStyles as links } from '~/http/evaluation-styles'
export const meta: MetaFunction = ({ params }) => privatePageTitle(params, 'evaluation')

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params)
  const person = requireAccount(context, { request, language, may: maySeeEvaluations })
  const evaluation = await findEvaluation(person, requireId(params.evaluation))
  if (!evaluation) throw notFound()
  const { id, about, access, createdAt, closedAt, withdrawn } = evaluation
  const links = evaluationLinks(evaluation, language)
  if (new URL(request.url).searchParams.has('sheet')) return { id, sheet: { ...links, lines: invitationLines() }, evaluation: null }
  const set = getQuestionSetOf(evaluation)
  const [own, together] = await Promise.all([getResults(evaluation), findResultsTogether(person, evaluation)])
  const questions = questionsIn(set, language)
  return {
    id,
    sheet: null,
    evaluation: {
      name: about.name,
      day: about.date && formatDate(language, about.date),
      organisation: about.organisation,
      set: set.texts[language].name,
      since: formatDate(language, createdAt),
      open: closedAt === null && !withdrawn,
      mayChange: mayChange(access) && !withdrawn,
      access,
      ofCohort: evaluation.whole.kind === 'cohort',
      links,
      own: shownResults(own, questions, language),
      together: together && shownResults(together, questions, language),
    },
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const language = requireLanguage(params)
  const person = requireAccount(context, { request, language, may: maySeeEvaluations })
  const evaluation = await findEvaluation(person, requireId(params.evaluation))
  if (!evaluation) throw notFound()
  const form = await parseForm(request, evaluationChangeForm)
  if (!form.ok) return formFault(form)
  const { change } = form.data
  if (!(await changeEvaluation(person, evaluation, change))) throw notFound()
  return redirect(`/${language}/coordinate/evaluations/${evaluation.id}?${change === 'close' ? 'closed' : 'reopened'}`, 303)
}

export default function Evaluation() {
  const { id, sheet, evaluation } = useLoaderData<typeof loader>()
  const { t } = useTranslation('evaluations')
  const { language } = useFrame()
  const failed = useActionData() !== undefined
  const done = { created: useSaved('created'), closed: useSaved('closed'), reopened: useSaved('reopened') }
  const here = `/${language}/coordinate/evaluations/${id}`
  if (sheet) return <Sheet {...sheet} back={here} />
  const { name, day, organisation, set, since, open, mayChange: canChange, access, ofCohort, links, own, together } = evaluation
  return (
    <>
      <CoordinateNav current="evaluations" within />
      <BackLink href={`/${language}/coordinate/evaluations`}>{t('one.back')}</BackLink>
      <NamedTitle kind={set} name={name} />
      {(['created', 'closed', 'reopened'] as const).map(
        (what) =>
          done[what] &&
          !failed && (
            <Notice key={what} kind="success" role="status">
              <p className="utrecht-paragraph">{t(`one.${what}`)}</p>
            </Notice>
          ),
      )}
      <DataList
        items={[
          ...(day ? [{ key: 'day', term: t('one.day'), value: day }] : []),
          { key: 'organisation', term: t('list.organisation'), value: <UserText>{organisation}</UserText> },
          { key: 'since', term: t('list.since'), value: since },
          { key: 'state', term: t('list.state'), value: open ? t('list.open') : t('list.closed') },
        ]}
      />
      {open && (
        <div className="lk-share lk-no-print">
          <Heading level={2}>{t('one.shareTitle')}</Heading>
          <p className="utrecht-paragraph">{t('one.share')}</p>
          <Qr svg={links.qr} label={links.qrLabel} />
          <CopyText text={links.url} label={t('one.copy')} />
          <div className="lk-actions">
            <LinkButton look="secondary" href={`${here}?sheet`}>
              {t('one.sheet')}
            </LinkButton>
          </div>
        </div>
      )}
      <Heading level={2}>{t('results.title')}</Heading>
      <EvaluationResults results={own} access={access} />
      {together && (
        <>
          <Heading level={2}>{ofCohort ? t('results.togetherCohort') : t('results.togetherGroup')}</Heading>
          <p className="utrecht-paragraph">{t('results.together', { count: together.evaluations })}</p>
          <EvaluationResults results={together} access={access} />
        </>
      )}
      {canChange && (
        <div className="lk-no-print">
          <Heading level={2}>{open ? t('one.closeTitle') : t('one.reopenTitle')}</Heading>
          <p className="utrecht-paragraph">{open ? t('one.closeText') : t('one.reopenText')}</p>
          <PostForm action={here}>
            <Button look="secondary" name="change" value={open ? 'close' : 'reopen'}>
              {open ? t('one.close') : t('one.reopen')}
            </Button>
          </PostForm>
        </div>
      )}
    </>
  )
}

interface SheetProps {
  back: string
  qr: string
  qrLabel: string
  typed: string
  lines: { lang: string; dir: 'ltr' | 'rtl'; text: string }[]
}

function Sheet({ back, qr, qrLabel, typed, lines }: SheetProps) {
  const { t } = useTranslation('evaluations')
  return (
    <>
      <BackLink href={back}>{t('sheet.back')}</BackLink>
      <div className="lk-no-print">
        <Heading level={1}>{t('sheet.title')}</Heading>
        <p className="utrecht-paragraph utrecht-paragraph--lead">{t('sheet.intro')}</p>
        <div className="lk-actions">
          <PrintButton />
        </div>
      </div>
      <EvaluationSheet qr={qr} qrLabel={qrLabel} lines={lines} address={typed} />
    </>
  )
}
