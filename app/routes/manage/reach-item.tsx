import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { BackLink } from '~/components/patterns/BackLink'
import { Heading } from '~/components/primitives/Heading'
import { Table } from '~/components/primitives/Table'
import { maySeeReach } from '~/domain/library/reach/policy'
import { professions } from '~/domain/library/reach/schema'
import { packageId } from '~/domain/library/reach/use-of'
import { findUses } from '~/domain/library/reach/uses.server'
import { notFound, requireAccount, requireLanguage } from '~/http/context.server'
import { useFrame } from '~/http/frame'
import { itemTitle } from '~/http/item-title.server'
import { manageSections } from '~/http/manage-sections.server'
import { privatePageTitle } from '~/http/page'
import { shownUses } from '~/http/reach.server'
import { ManageNav } from './ManageNav'
import { ReachNotes } from './ReachNotes'
import { ReachTable } from './ReachTable'

export { reportStyles as links } from '~/http/report-styles'
export const meta: MetaFunction = ({ params }) => privatePageTitle(params, 'reach')

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params)
  const person = requireAccount(context, { request, language, may: maySeeReach })
  const id = params.item ?? ''
  const uses = await findUses(id)
  if (!uses) throw notFound()
  return { sections: manageSections(person), about: { id, ...itemTitle(id, language) }, ...shownUses(uses, language) }
}

export default function ReachOfItem() {
  const { sections, about, months, languages, said, total } = useLoaderData<typeof loader>()
  const { t } = useTranslation('reach')
  const { language } = useFrame()
  return (
    <>
      <ManageNav sections={sections} />
      <BackLink href={`/${language}/manage/reach`}>{t('back')}</BackLink>
      <Heading level={1} lang={about.lang} dir={about.id === packageId ? undefined : about.dir}>
        {about.id === packageId ? t('package') : about.title}
      </Heading>
      {months.length === 0 ? (
        <p className="utrecht-paragraph utrecht-paragraph--lead">{t('empty')}</p>
      ) : (
        <>
          <ReachTable
            caption={t('byMonth')}
            head={t('month')}
            rows={months.map(({ month, name, counts }) => ({ id: month, name, counts }))}
            total={total}
          />
          <ReachTable
            caption={t('byLanguage')}
            head={t('language')}
            rows={languages.map(({ code, name, dir, counts }) => ({
              id: code,
              name: (
                <span lang={code} dir={dir}>
                  {name}
                </span>
              ),
              counts,
            }))}
          />
          <Said said={said} />
        </>
      )}
      <ReachNotes />
    </>
  )
}

function Said({ said }: Pick<ReturnType<typeof shownUses>, 'said'>) {
  const { t } = useTranslation('reach')
  const wordFor = (given: string) => {
    const profession = professions.find((each) => each === given)
    return profession ? t(`professions.${profession}`) : given
  }
  const number = { key: 'count', header: t('kinds.view.name'), number: true }
  return (
    <>
      <Heading level={2}>{t('said.title')}</Heading>
      <p className="utrecht-paragraph">{said.views === 0 ? t('said.nobody') : t('said.intro', { count: said.views })}</p>
      {said.municipalities.length > 0 && (
        <Table
          caption={t('said.byMunicipality')}
          columns={[{ key: 'name', header: t('where.municipality') }, number]}
          rows={said.municipalities.map(({ code, name, count }) => ({ id: code, cells: { name: <bdi>{name}</bdi>, count } }))}
        />
      )}
      {said.professions.length > 0 && (
        <Table
          caption={t('said.byProfession')}
          columns={[{ key: 'name', header: t('where.profession') }, number]}
          rows={said.professions.map(({ profession, count }) => ({ id: profession, cells: { name: wordFor(profession), count } }))}
        />
      )}
    </>
  )
}
