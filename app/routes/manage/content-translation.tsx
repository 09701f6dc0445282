import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { BackLink } from '~/components/patterns/BackLink'
import { NextStep } from '~/components/patterns/NextStep'
import { ErrorSummary } from '~/components/primitives/ErrorSummary'
import { Heading } from '~/components/primitives/Heading'
import { Link } from '~/components/primitives/Link'
import { LinkButton } from '~/components/primitives/LinkButton'
import { Notice } from '~/components/primitives/Notice'
import { changeForm } from '~/domain/translations/schema'
import { usePoFault } from '~/http/po-fault'
import { parseForm, readForm } from '~/http/forms.server'
import { useFrame } from '~/http/frame'
import { privatePageTitle } from '~/http/page'
import { useSavedAs } from '~/http/saved'
import { pageOf, requireTranslation, takePo, translating, workAround, type ShownCheck } from '~/http/translations.server'
import { formatDateTime, formatNumber } from '~/i18n/formats'
import { languageNames } from '~/i18n/languages'
import { DutchChanges } from './DutchChanges'
import { LanguageName } from './LanguageName'
import { PoUpload } from './PoUpload'
import { StateBadge } from './StateBadge'
import { TranslationHistory } from './TranslationHistory'
import { TranslationReading } from './TranslationReading'
import { TranslationReview } from './TranslationReview'
import { UploadCheck } from './UploadCheck'

export { translationStyles as links } from '~/http/translation-styles'
export const meta: MetaFunction = ({ params }) => privatePageTitle(params, 'content')

export async function loader(args: LoaderFunctionArgs) {
  const { language, row, title, present } = await requireTranslation(args)
  const { dutchChanges, listTranslationHistory, pairsOf } = await translating.translations()
  const { shown, number, base, behindFile, language: target } = present
  const history = await listTranslationHistory(row.id, target)
  const state = !shown ? ('missing' as const) : shown.stale ? ('stale' as const) : shown.state
  // What was just put on the site was out of date or missing before; what was just read over was a draft.
  const wasUploaded = new URL(args.request.url).searchParams.has('published')
  const work = wasUploaded ? 'stale' : state === 'reviewed' ? 'draft' : state
  return {
    ...{ id: row.id, title, target, number, base, behindFile, state, from: shown?.from ?? null },
    ...workAround(language, target, row.id, work),
    changes: shown?.stale ? dutchChanges(present) : [],
    pairs: shown && state === 'draft' ? pairsOf(present.dutch, shown.markdown) : null,
    onSite: pageOf(row.id, target),
    history: history.map(({ recordedAt, ...rest }) => ({ ...rest, at: formatDateTime(language, recordedAt) })),
  }
}

const changes = changeForm.shape.intent.options

/** Looks at a translator's file or puts it on the site; or says that somebody read it, takes it back, shows a former one again. */
export async function action(args: ActionFunctionArgs) {
  const unit = await requireTranslation(args)
  const { person, present } = unit
  const sent = await readForm(args.request.clone())
  const here = `/${unit.language}/manage/content/${unit.row.id}/${present.language}`
  if (!changes.some((each) => each === sent.get('intent'))) {
    const taken = await takePo(unit, sent, { units: [present.unit], language: present.language })
    return 'answer' in taken ? taken.answer : redirect(`${here}?published`, 303)
  }
  const form = await parseForm(args.request, changeForm)
  if (!form.ok) return refused(form.errors, 422)
  const { restoreTranslation, reviewTranslation, withdrawTranslation } = await translating.publishing()
  const change = { review: reviewTranslation, withdraw: withdrawTranslation, restore: restoreTranslation }[form.data.intent]
  const result = await change(person, present, form.data)
  if (result === 'saved') return redirect(`${here}?${form.data.intent}`, 303)
  return result === 'unread' ? refused({ readInFull: 'readInFullMissing' }, 422) : refused({ form: codes[result] }, 409)
}

const codes = { conflict: 'textChanged', refused: 'textChanged', misfit: 'translationMisfit', older: 'translationOlder' } as const

function refused(errors: Record<string, string>, status: number) {
  return data({ values: {}, errors, check: null as ShownCheck | null }, { status })
}

/** One translation: how it is, what changed in the Dutch, the text to read over, the file for its translator, what was done with it. */
export default function ContentTranslation() {
  const { id, title, target, number, base, behindFile, state, from, toDo, next, ...more } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslation('translations')
  const { language } = useFrame()
  const fault = usePoFault()
  const done = useSavedAs(['published', ...changes])
  const address = `/${language}/manage/content`
  const check = answer?.check ?? null
  const isDone = done !== undefined && !answer
  return (
    <>
      <BackLink href={`/${language}/manage/translations/${target}`}>
        {t('toDo.left', { language: `\u2068${languageNames[target]}\u2069`, number: formatNumber(language, toDo) })}
      </BackLink>
      <ErrorSummary errors={fault.summary} />
      <p className="lk-eyebrow">
        <LanguageName code={target} />
      </p>
      <Heading level={1} lang={title.lang} dir={title.dir}>
        {title.title}
      </Heading>
      {isDone && <Notice kind="success" role="status" title={t(`done.${done}`)} />}
      {isDone && next && <NextStep {...next} href={`${address}/${next.id}/${target}`} eyebrow={t('toDo.next')} />}
      <p className="utrecht-paragraph">
        <StateBadge state={state} /> {t(`stateText.${state}`)} {from && t(`from.${from}`)}
      </p>
      <p className="utrecht-paragraph">
        <Link href={`${address}/${id}`}>{t('allLanguages')}</Link>
      </p>
      {behindFile && <Notice kind="info" title={t('behindFile')} />}
      {check && <UploadCheck check={check} />}
      {!check && state === 'stale' && <DutchChanges changes={more.changes} target={target} />}
      {!check && more.pairs && (
        <>
          <TranslationReading pairs={more.pairs} target={target} onSite={more.onSite} />
          <TranslationReview base={base} fault={fault} look={isDone && next ? 'secondary' : 'primary'} />
        </>
      )}
      <Heading level={2}>{t('file.title')}</Heading>
      <p className="utrecht-paragraph">{t('file.text')}</p>
      <div className="lk-actions">
        <LinkButton
          look={!check && (state === 'missing' || state === 'stale') ? 'primary' : 'secondary'}
          href={`${address}/${id}/${target}/translation.po`}
          download
        >
          {t('file.download')}
        </LinkButton>
      </div>
      <PoUpload fault={fault} />
      <TranslationHistory history={more.history} revision={number} base={base} isThere={from === 'upload' || behindFile} />
      {!isDone && next && (
        <p className="utrecht-paragraph lk-after">
          {t('toDo.next')}:{' '}
          <Link href={`${address}/${next.id}/${target}`} lang={next.lang} dir={next.dir}>
            {next.title}
          </Link>
        </p>
      )}
    </>
  )
}
