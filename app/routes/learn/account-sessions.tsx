import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { FormPage } from '~/components/patterns/FormPage'
import { Button } from '~/components/primitives/Button'
import { Notice } from '~/components/primitives/Notice'
import { Table } from '~/components/primitives/Table'
import { endDevice, listDevices } from '~/domain/accounts/devices.server'
import { endDeviceForm } from '~/domain/accounts/schema'
import { notFound, requireAccount, requireLanguage } from '~/http/context.server'
import { PostForm } from '~/http/post-form'
import { parseForm } from '~/http/forms.server'
import { useFrame } from '~/http/frame'
import { privatePageTitle } from '~/http/page'
import { useSaved } from '~/http/saved'
import { formatDateTime } from '~/i18n/formats'

export const meta: MetaFunction = ({ params }) => privatePageTitle(params, 'sessions')

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { id } = requireAccount(context, { request, language: requireLanguage(params) })
  return { devices: await listDevices(id, context.session!.id) }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const language = requireLanguage(params)
  const { id } = requireAccount(context, { request, language })
  const form = await parseForm(request, endDeviceForm)
  if (!form.ok) throw notFound()
  await endDevice(id, context.session!.id, form.data.key)
  return new Response(null, { status: 303, headers: { Location: `/${language}/account/sessions?saved` } })
}

export default function AccountSessions() {
  const { devices } = useLoaderData<typeof loader>()
  const { t } = useTranslation('accounts')
  const { language } = useFrame()
  const saved = useSaved()
  const rows = devices.map(({ key, device, createdAt, current }) => {
    const name = device || t('sessions.unknownDevice')
    const since = formatDateTime(language, createdAt)
    return {
      id: key,
      cells: {
        device: <bdi>{name}</bdi>,
        since,
        action: current ? (
          t('sessions.this')
        ) : (
          <PostForm>
            <Button look="secondary" name="key" value={key} label={t('sessions.endLabel', { device: name, since })}>
              {t('sessions.end')}
            </Button>
          </PostForm>
        ),
      },
    }
  })
  return (
    <FormPage title={t('sessions.title')} errors={[]} intro={t('sessions.intro')}>
      {saved && (
        <Notice kind="success" role="status">
          <p className="utrecht-paragraph">{t('sessions.ended')}</p>
        </Notice>
      )}
      <Table
        caption={t('sessions.caption')}
        columns={[
          { key: 'device', header: t('sessions.device') },
          { key: 'since', header: t('sessions.since') },
          { key: 'action', header: t('sessions.action') },
        ]}
        rows={rows}
      />
      {devices.length > 1 && (
        <PostForm>
          <Button look="secondary" name="key" value="others">
            {t('sessions.endOthers')}
          </Button>
        </PostForm>
      )}
    </FormPage>
  )
}
