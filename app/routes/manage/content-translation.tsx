import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { BackLink } from '~/components/patterns/BackLink'
import { ErrorSummary } from '~/components/primitives/ErrorSummary'
import { Heading } from '~/components/primitives/Heading'
import { LinkButton } from '~/components/primitives/LinkButton'
import { Notice } from '~/components/primitives/Notice'
import { changeForm } from '~/domain/translations/schema'
import { useFormFault } from '~/http/form-fault'
import { parseForm, readForm } from '~/http/forms.server'
import { useFrame } from '~/http/frame'
import { privatePageTitle } from '~/http/page'
import { useSavedAs } from '~/http/saved'
import { requireTranslation, takePo, translating, type ShownCheck } from '~/http/translations.server'
import { formatDateTime } from '~/i18n/formats'
import { DutchChanges } from './DutchChanges'
import { LanguageName } from './LanguageName'
import { PoUpload } from './PoUpload'
import { StateBadge } from './StateBadge'
import { TranslationHistory } from './TranslationHistory'
import { TranslationReview } from './TranslationReview'
import { UploadCheck } from './UploadCheck'

export { translationStyles as links } from '~/http/translation-styles'
export const meta: MetaFunction = ({ params }) => privatePageTitle(params, 'content')

export async function loader(args: LoaderFunctionArgs) {
  const { language, row, title, present } = await requireTranslation(args)
  const { dutchChanges, listTranslationHistory } = await translating.translations()
  const { shown, number, base, behindFile } = present
  const history = await listTranslationHistory(row.id, present.language)
  return {
    ...{ id: row.id, title, target: present.language, number, base, behindFile },
    state: !shown ? ('missing' as const) : shown.stale ? ('stale' as const) : shown.state,
    from: shown?.from ?? null,
    changes: shown?.stale ? dutchChanges(present) : [],
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

/** One translation: how it is, what changed in the Dutch, the file for its translator and what to do with it. */
export default function ContentTranslation() {
  const { id, title, target, number, base, behindFile, state, from, changes: dutch, history } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslation('translations')
  const { language } = useFrame()
  const fault = useFormFault()
  const done = useSavedAs(['published', ...changes])
  const address = `/${language}/manage/content/${id}`
  const check = answer?.check ?? null
  return (
    <>
      <BackLink href={address}>{t('allLanguages')}</BackLink>
      <ErrorSummary errors={fault.summary} />
      <p className="lk-eyebrow">
        <LanguageName code={target} />
      </p>
      <Heading level={1} lang={title.lang} dir={title.dir}>
        {title.title}
      </Heading>
      {done && !answer && <Notice kind="success" role="status" title={t(`done.${done}`)} />}
      <p className="utrecht-paragraph">
        <StateBadge state={state} /> {t(`stateText.${state}`)} {from && t(`from.${from}`)}
      </p>
      {behindFile && <Notice kind="info" title={t('behindFile')} />}
      {check && <UploadCheck check={check} />}
      {!check && state === 'stale' && <DutchChanges changes={dutch} target={target} />}
      <Heading level={2}>{t('file.title')}</Heading>
      <p className="utrecht-paragraph">{t('file.text')}</p>
      <div className="lk-actions">
        <LinkButton
          look={state === 'missing' || state === 'stale' ? 'primary' : 'secondary'}
          href={`${address}/${target}/translation.po`}
          download
        >
          {t('file.download')}
        </LinkButton>
      </div>
      <PoUpload fault={fault} />
      {state === 'draft' && !check && <TranslationReview base={base} fault={fault} />}
      <TranslationHistory history={history} revision={number} base={base} isThere={from === 'upload' || behindFile} />
    </>
  )
}
