import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '~/components/patterns/EmptyState'
import { InvitationSheet } from '~/components/patterns/InvitationSheet'
import { PrintButton } from '~/components/patterns/PrintButton'
import { listInvitationsTo } from '~/domain/cohorts/invite-members.server'
import { cohortHead, requireCohort } from '~/http/cohort.server'
import { useFrame } from '~/http/frame'
import { invitationLinks } from '~/http/invitation.server'
import { privatePageTitle } from '~/http/page'
import { formatDate } from '~/i18n/formats'
import { directionOf, isLanguage } from '~/i18n/languages'
import { CohortHead } from './CohortHead'
import { SheetLanguages } from './SheetLanguages'

export { managementStyles as links } from '~/http/management-styles'
export const meta: MetaFunction = ({ params }) => privatePageTitle(params, 'cohortInvitations')

export async function loader(asked: LoaderFunctionArgs) {
  const { language, cohort } = await requireCohort(asked)
  const wanted = new URL(asked.request.url).searchParams.get('sheet')
  const lang = [wanted, cohort.language].find(isLanguage) ?? language
  const invitations = await listInvitationsTo(cohort)
  return {
    head: cohortHead(cohort),
    lang,
    organisation: cohort.organisation.name,
    sheets: invitations.map((invitation) => {
      const { typed, qr } = invitationLinks(invitation, lang)
      return {
        id: invitation.id,
        role: null,
        qr,
        address: typed,
        code: invitation.readableCode,
        until: formatDate(lang, invitation.expiresAt),
      }
    }),
  }
}

export default function CohortInvitationsPrint() {
  const { head, lang, organisation, sheets } = useLoaderData<typeof loader>()
  const { t } = useTranslation('coordinate')
  const { language } = useFrame()
  const base = `/${language}/coordinate/cohorts/${head.id}/invitations`
  return (
    <>
      <CohortHead cohort={head} title={t('invitations.printTitle')} back={{ href: base, words: t('invitations.back') }} />
      {sheets.length === 0 && <EmptyState drawing="letter" title={t('invitations.none')} />}
      {sheets.length > 0 && (
        <div className="lk-no-print">
          <p className="utrecht-paragraph utrecht-paragraph--lead">{t('invitations.printIntro')}</p>
          <SheetLanguages address={`${base}/print`} lang={lang} />
          <div className="lk-actions">
            <PrintButton />
          </div>
        </div>
      )}
      {sheets.map(({ id, ...sheet }) => (
        <InvitationSheet key={id} {...sheet} lang={lang} dir={directionOf(lang)} cohort={head.name} organisation={organisation} />
      ))}
    </>
  )
}
