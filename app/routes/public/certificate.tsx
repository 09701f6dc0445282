import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { CertificateSheet } from '~/components/patterns/CertificateSheet'
import { PrintButton } from '~/components/patterns/PrintButton'
import { Heading } from '~/components/primitives/Heading'
import { LinkButton } from '~/components/primitives/LinkButton'
import { Notice } from '~/components/primitives/Notice'
import { Qr } from '~/components/primitives/Qr'
import { findShownCertificate } from '~/http/certificate.server'
import { requireLanguage } from '~/http/context.server'
import { useFrame } from '~/http/frame'
import { privatePageTitle } from '~/http/page'

export const meta: MetaFunction = ({ params }) => privatePageTitle(params, 'certificate')

export async function loader({ params }: LoaderFunctionArgs) {
  const certificate = await findShownCertificate(params.code ?? '', requireLanguage(params))
  return data({ certificate }, { status: certificate ? 200 : 404 })
}

/** Anyone who has the code can see whether a certificate is real. */
export default function CertificatePage() {
  const { certificate } = useLoaderData<typeof loader>()
  const { t } = useTranslation('public')
  const { language } = useFrame()
  if (!certificate) {
    return (
      <>
        <Heading level={1}>{t('certificate.invalidTitle')}</Heading>
        <p className="utrecht-paragraph">{t('certificate.invalid')}</p>
      </>
    )
  }
  return (
    <>
      <Notice kind="success" title={t('certificate.valid')}>
        <p className="utrecht-paragraph">{t('certificate.validText')}</p>
      </Notice>
      <CertificateSheet
        holder={certificate.name}
        course={certificate.course}
        {...certificate.courseLanguage}
        hours={certificate.hours}
        date={certificate.date}
        organisation={certificate.cohort ?? undefined}
        code={certificate.code}
      >
        <Qr svg={certificate.qr} label={t('certificate.verify')} />
      </CertificateSheet>
      <div className="lk-actions">
        <LinkButton href={`/${language}/certificates/${certificate.code}.pdf`} download>
          {t('certificate.download')}
        </LinkButton>
        <PrintButton />
      </div>
    </>
  )
}
