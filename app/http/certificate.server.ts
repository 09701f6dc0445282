import { courseTitle } from '~/http/course-titles.server'
import { findCertificateByCode } from '~/domain/courses/certificates.server'
import { findCourse } from '~/content/read'
import { directionOf, type Language } from '~/i18n/languages'
import { formatDate } from '~/i18n/formats'
import { i18nOf } from '~/i18n/server'
import { env } from '~/platform/env/env.server'
import { renderCertificatePdf } from '~/platform/exports/certificate.server'
import { qrSvg } from '~/platform/exports/qr.server'

/** What a certificate says, in the language of the page. */
export interface ShownCertificate {
  code: string
  name: string
  course: string
  courseLanguage: { lang: Language; dir: 'ltr' | 'rtl' } | null
  hours: number
  date: string
  cohort: string | null
  /** YYYY-MM-DD. */
  issuedOn: string
  qr: string
  url: string
}

/** The certificate with a code, ready to show; null when there is none. */
export async function findShownCertificate(typed: string, language: Language): Promise<ShownCertificate | null> {
  const row = await findCertificateByCode(typed)
  if (!row) return null
  const course = findCourse(row.courseId)
  const about = course && courseTitle(course, language)
  const url = `${env().appUrl}/${language}/certificates/${row.code}`
  const t = i18nOf(language).getFixedT(language, 'public')
  return {
    code: row.code,
    name: row.name,
    course: about?.title ?? row.courseId,
    courseLanguage: about && { lang: about.lang, dir: about.dir },
    hours: row.hours,
    date: formatDate(language, row.issuedOn),
    cohort: row.cohortName,
    issuedOn: row.issuedOn,
    qr: qrSvg(url, { label: t('certificate.verify') }),
    url,
  }
}

/** A certificate as a PDF of one page. */
export async function certificatePdf(certificate: ShownCertificate, language: Language): Promise<Uint8Array> {
  const t = i18nOf(language).getFixedT(language, 'public')
  const details = [
    ...(certificate.cohort ? [{ label: t('certificate.cohort'), value: certificate.cohort }] : []),
    { label: t('certificate.hours'), value: t('certificate.hoursValue', { count: certificate.hours }) },
    { label: t('certificate.date'), value: certificate.date },
  ]
  return renderCertificatePdf({
    language,
    direction: directionOf(language),
    title: t('certificate.title'),
    intro: t('certificate.intro'),
    name: certificate.name,
    body: t('certificate.body'),
    courseTitle: certificate.course,
    details,
    verifyText: t('certificate.verify'),
    verifyUrl: certificate.url,
    code: certificate.code,
    issuer: t('certificate.issuer'),
    issuedAt: new Date(`${certificate.issuedOn}T00:00:00Z`),
  })
}
