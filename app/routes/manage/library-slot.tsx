import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { BackLink } from '~/components/patterns/BackLink'
import { ErrorSummary } from '~/components/primitives/ErrorSummary'
import { Heading } from '~/components/primitives/Heading'
import { Link } from '~/components/primitives/Link'
import { Notice } from '~/components/primitives/Notice'
import { versionForm } from '~/domain/library/schema'
import { useFormFault } from '~/http/form-fault'
import { formFault, parseForm } from '~/http/forms.server'
import { useFrame } from '~/http/frame'
import { requireSlot, slotPage } from '~/http/library-files.server'
import { privatePageTitle } from '~/http/page'
import { useSavedAs } from '~/http/saved'
import { changeVersion, takeUpload } from '~/http/slot-actions.server'
import { directionOf } from '~/i18n/languages'
import { PlaceList } from './PlaceList'
import { UploadFile } from './UploadFile'
import { VersionList } from './VersionList'

export { managementStyles as links } from '~/http/management-styles'
export const meta: MetaFunction = ({ params }) => privatePageTitle(params, 'libraryFiles')

export async function loader(args: LoaderFunctionArgs) {
  const { language, person, slot } = requireSlot(args)
  return slotPage(slot, language, person.id)
}

/** Takes in a file, which was read before; or does something with a version that is there. */
export async function action(args: ActionFunctionArgs) {
  const { language, person, slot } = requireSlot(args)
  const page = `/${language}/manage/library/${slot.item.id}/${slot.language}/${slot.role}`
  const isVersion = (
    await args.request
      .clone()
      .formData()
      .catch(() => null)
  )?.has('intent')
  if (!isVersion) {
    const taken = await takeUpload(args.request, args.context, person, slot)
    return 'fault' in taken ? formFault(taken.fault) : redirect(`${page}?uploaded`, 303)
  }
  const form = await parseForm(args.request, versionForm)
  if (!form.ok) return formFault(form)
  const done = await changeVersion(person, slot, form.data)
  if ('done' in done) return redirect(`${page}?${done.done}`, 303)
  return formFault({ values: {}, errors: { form: done.code } }, 409)
}

const said = ['uploaded', 'published', 'withdrawn', 'discarded', 'restored'] as const

export default function LibrarySlot() {
  const shown = useLoaderData<typeof loader>()
  const { t } = useTranslation('media')
  const { language } = useFrame()
  const fault = useFormFault()
  const done = useSavedAs(said)
  const { item, slot, now } = shown
  return (
    <>
      <BackLink href={`/${language}/manage/library/${item.id}`}>{item.title}</BackLink>
      <ErrorSummary errors={fault.summary} />
      {done && fault.summary.length === 0 && (
        <Notice kind="success" role="status">
          <p className="utrecht-paragraph">{t(`done.${done}`)}</p>
        </Notice>
      )}
      <Heading level={1}>
        {t(`roles.${slot.role}`)} ·{' '}
        <bdi lang={slot.language} dir={directionOf(slot.language)}>
          {slot.name}
        </bdi>
      </Heading>
      <Heading level={2}>{t('slot.now')}</Heading>
      {now ? (
        <p className="utrecht-paragraph">
          {now.since ? t('slot.uploaded', { date: `\u2068${now.since}\u2069` }) : t('slot.built')}
          <br />
          <Link href={now.href}>{t('slot.open', { size: `\u2068${now.size}\u2069` })}</Link>
        </p>
      ) : (
        <p className="utrecht-paragraph">{t('slot.nothing')}</p>
      )}
      {shown.missing.length > 0 && (
        <Notice kind="warning" title={t('slot.missingTitle')}>
          <p className="utrecht-paragraph">{t('slot.missing')}</p>
          <PlaceList places={shown.missing} linked />
        </Notice>
      )}
      {shown.giveWay.length > 0 && (
        <Notice kind={shown.versions.some(({ standing }) => standing === 'draft') ? 'warning' : 'info'} title={t('slot.giveWayTitle')}>
          <p className="utrecht-paragraph">{t('slot.giveWay')}</p>
          <PlaceList places={shown.giveWay} />
          <p className="utrecht-paragraph">{t('slot.giveWayNext')}</p>
        </Notice>
      )}
      <Heading level={2}>{t('slot.versions')}</Heading>
      <VersionList versions={shown.versions} />
      <Heading level={2}>{t('slot.uploadTitle')}</Heading>
      {shown.hasVoices && shown.giveWay.length === 0 && <p className="utrecht-paragraph">{t('slot.timed')}</p>}
      {shown.unfinished > 0 && (
        <p className="utrecht-paragraph">
          <Link href={`/${language}/manage/library`}>{t('slot.unfinished', { count: shown.unfinished })}</Link>
        </p>
      )}
      <UploadFile shown={shown} fault={fault} />
    </>
  )
}
