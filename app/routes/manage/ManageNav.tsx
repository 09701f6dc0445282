import { useTranslation } from 'react-i18next'
import { SectionNav } from '~/components/patterns/SectionNav'
import { useFrame } from '~/http/frame'
import type { ManageSection } from '~/http/manage-sections.server'

/** The navigation above every page of …/manage. */
export function ManageNav({ sections }: { sections: ManageSection[] }) {
  const { t } = useTranslation('manage')
  const { language, path } = useFrame()
  const [place = ''] = path.split('?')
  const links = sections.map((section) => {
    const address = `manage/${section}`
    const current = place === address ? 'page' : place.startsWith(`${address}/`) ? 'within' : undefined
    return { href: `/${language}/${address}`, label: t(`sections.${section}`), ...(current ? ({ current } as const) : {}) }
  })
  return <SectionNav label={t('sections.label')} links={links} />
}
