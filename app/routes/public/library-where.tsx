import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { BackLink } from '~/components/patterns/BackLink'
import { FormPage } from '~/components/patterns/FormPage'
import { NextStep } from '~/components/patterns/NextStep'
import { Heading } from '~/components/primitives/Heading'
import { countVisitor } from '~/domain/library/reach/count-uses.server'
import { visitorForm } from '~/domain/library/reach/schema'
import { requireLanguage } from '~/http/context.server'
import { useFormFault } from '~/http/form-fault'
import { formFault, parseForm } from '~/http/forms.server'
import { useFrame } from '~/http/frame'
import { itemTitle } from '~/http/item-title.server'
import { requireItem } from '~/http/library.server'
import { municipalityOptions } from '~/http/municipality-list.server'
import { privatePageTitle } from '~/http/page'
import { WhereForm } from './WhereForm'

export const meta: MetaFunction = ({ params }) => privatePageTitle(params, 'questions')

export function loader({ request, params }: LoaderFunctionArgs) {
  const language = requireLanguage(params)
  const item = requireItem(params).id
  const sent = new URL(request.url).searchParams.has('sent')
  return { item, sent, about: itemTitle(item, language), municipalities: sent ? [] : municipalityOptions() }
}

/** Counts the view of the item as one of this municipality and profession. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const language = requireLanguage(params)
  const item = requireItem(params).id
  const form = await parseForm(request, visitorForm)
  if (!form.ok) return formFault(form)
  const asker = { address: context.address, userAgent: request.headers.get('user-agent') ?? '' }
  const fault = countVisitor(item, form.data, asker, { language })
  if (fault) return formFault({ values: form.values, errors: { [fault.field]: fault.code } })
  return redirect(`/${language}/library/${item}/where?sent`, 303)
}

export default function Where() {
  const { item, sent, about, municipalities } = useLoaderData<typeof loader>()
  const { t } = useTranslation('reach')
  const { language } = useFrame()
  const fault = useFormFault()
  const back = `/${language}/library/${item}`
  if (sent) {
    return (
      <>
        <Heading level={1}>{t('sent.title')}</Heading>
        <p className="utrecht-paragraph utrecht-paragraph--lead">{t('sent.text')}</p>
        <NextStep href={back} title={t('sent.back')} />
      </>
    )
  }
  return (
    <>
      <BackLink href={back}>{t('sent.back')}</BackLink>
      <FormPage title={t('where.title')} errors={fault.summary}>
        <p className="utrecht-paragraph utrecht-paragraph--lead">
          {t('where.about')}{' '}
          <bdi lang={about.lang} dir={about.dir}>
            {about.title}
          </bdi>
        </p>
        <p className="utrecht-paragraph">{t('where.intro')}</p>
        <WhereForm item={item} fault={fault} municipalities={municipalities} />
      </FormPage>
    </>
  )
}
