import type { LoaderFunctionArgs } from '@remix-run/node'
import { certificatePdf, findShownCertificate } from '~/http/certificate.server'
import { notFound, requireLanguage } from '~/http/context.server'

export async function loader({ params }: LoaderFunctionArgs) {
  const language = requireLanguage(params)
  const certificate = await findShownCertificate(params.code ?? '', language)
  if (!certificate) throw notFound()
  const pdf = await certificatePdf(certificate, language)
  return new Response(new Uint8Array(pdf), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `inline; filename="leerkring-${certificate.code}.pdf"`,
      'X-Robots-Tag': 'noindex',
    },
  })
}
