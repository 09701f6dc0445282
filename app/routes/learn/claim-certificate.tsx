import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { FormPage } from '~/components/patterns/FormPage'
import { Button } from '~/components/primitives/Button'
import { Field } from '~/components/primitives/Field'
import { LinkButton } from '~/components/primitives/LinkButton'
import { claimCertificate } from '~/domain/cohorts/claim-certificate.server'
import { findOwnCertificate } from '~/domain/courses/certificates.server'
import { getLearning } from '~/domain/courses/learning.server'
import { certificateNameForm } from '~/domain/courses/schema'
import { notFound, requireAccount, requireLanguage } from '~/http/context.server'
import { requireCourse } from '~/http/course.server'
import { useFormFault } from '~/http/form-fault'
import { formFault, parseForm } from '~/http/forms.server'
import { useFrame } from '~/http/frame'
import { privatePageTitle } from '~/http/page'
import { PostForm } from '~/http/post-form'

export const meta: MetaFunction = ({ params }) => privatePageTitle(params, 'certificate')

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params)
  const account = requireAccount(context, { request, language })
  const course = requireCourse(params)
  if (!course.certificate) throw notFound()
  const existing = await findOwnCertificate(account.id, course.id)
  if (existing) throw redirect(`/${language}/certificates/${existing.code}`)
  return { course: course.id, complete: (await getLearning(account, course)).standing.complete }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const language = requireLanguage(params)
  const account = requireAccount(context, { request, language })
  const course = requireCourse(params)
  const form = await parseForm(request, certificateNameForm)
  if (!form.ok) return formFault(form)
  const code = await claimCertificate(account, course, form.data.name)
  if (code) return redirect(`/${language}/certificates/${code}`, 303)
  return redirect(`/${language}/courses/${course.id}`, 303)
}

export default function ClaimCertificate() {
  const { course, complete } = useLoaderData<typeof loader>()
  const { t } = useTranslation('courses')
  const { language } = useFrame()
  const fault = useFormFault()
  if (!complete) {
    return (
      <FormPage title={t('claim.title')} intro={t('claim.notYet')}>
        <p className="utrecht-paragraph">{t('claim.notYetText')}</p>
        <LinkButton href={`/${language}/courses/${course}`}>{t('claim.back')}</LinkButton>
      </FormPage>
    )
  }
  return (
    <FormPage title={t('claim.title')} errors={fault.summary} intro={t('claim.intro')}>
      <PostForm>
        <Field
          name="name"
          label={t('claim.name')}
          description={t('claim.nameHelp')}
          autoComplete="name"
          dir="auto"
          maxLength={80}
          defaultValue={fault.value('name')}
          error={fault.error('name')}
        />
        <Button>{t('claim.button')}</Button>
      </PostForm>
    </FormPage>
  )
}
