import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Heading } from '~/components/primitives/Heading'
import { Link } from '~/components/primitives/Link'
import { Notice } from '~/components/primitives/Notice'
import { Table } from '~/components/primitives/Table'
import { UserText } from '~/components/primitives/UserText'
import { findMunicipality } from '~/content/municipalities'
import { listOrganisationsOf } from '~/domain/accounts/organisations.server'
import { mayCoordinate } from '~/domain/accounts/policy'
import { requireAccount, requireLanguage } from '~/http/context.server'
import { useFrame } from '~/http/frame'
import { privatePageTitle } from '~/http/page'
import { useSaved } from '~/http/saved'
import { CoordinateNav } from './CoordinateNav'

export { managementStyles as links } from '~/http/management-styles'
export const meta: MetaFunction = ({ params }) => privatePageTitle(params, 'organisations')

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const person = requireAccount(context, { request, language: requireLanguage(params), may: mayCoordinate })
  const organisations = await listOrganisationsOf(person)
  return organisations.map(({ id, name, kind, municipality }) => ({
    id,
    name,
    kind,
    municipality: municipality === null ? null : (findMunicipality(municipality)?.name ?? municipality),
  }))
}

export default function OwnOrganisations() {
  const organisations = useLoaderData<typeof loader>()
  const { t } = useTranslation(['groups', 'manage'])
  const { language } = useFrame()
  const saved = useSaved()
  return (
    <>
      <CoordinateNav current="organisations" />
      {saved && (
        <Notice kind="success" role="status">
          <p className="utrecht-paragraph">{t('organisations.saved')}</p>
        </Notice>
      )}
      <Heading level={1}>{t('organisations.title')}</Heading>
      {organisations.length === 0 ? (
        <p className="utrecht-paragraph">{t('organisations.none')}</p>
      ) : (
        <>
          <p className="utrecht-paragraph utrecht-paragraph--lead">{t('organisations.intro')}</p>
          <Table
            caption={t('organisations.caption', { count: organisations.length })}
            columns={[
              { key: 'name', header: t('form.organisation') },
              { key: 'kind', header: t('manage:organisations.kindLabel') },
              { key: 'municipality', header: t('form.municipality') },
            ]}
            rows={organisations.map(({ id, name, kind, municipality }) => ({
              id,
              cells: {
                name: (
                  <Link href={`/${language}/coordinate/organisations/${id}`}>
                    <UserText>{name}</UserText>
                  </Link>
                ),
                kind: t(`manage:organisations.kind.${kind}`),
                municipality: municipality === null ? t('organisations.everywhere') : <UserText>{municipality}</UserText>,
              },
            }))}
          />
        </>
      )}
    </>
  )
}
