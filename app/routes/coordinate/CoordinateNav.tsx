import { useTranslation } from 'react-i18next'
import { SectionNav } from '~/components/patterns/SectionNav'
import { useFrame } from '~/http/frame'

const sections = ['groups', 'cohorts', 'evaluations', 'to-do', 'import', 'organisations', 'report'] as const

/** The parts of coordination, above the title of each. Who leads groups without coordinating has one part only. */
export function CoordinateNav({ current, within }: { current: (typeof sections)[number]; within?: boolean }) {
  const { t } = useTranslation('groups')
  const { language, account } = useFrame()
  if (!account?.mayCoordinate) return null
  return (
    <SectionNav
      label={t('nav.label')}
      links={sections.map((section) => ({
        // Everybody can open the report, so it has an address of its own.
        href: `/${language}/${section === 'report' ? section : `coordinate/${section}`}`,
        label: t(`nav.${section}`),
        ...(section === current ? { current: within ? ('within' as const) : ('page' as const) } : {}),
      }))}
    />
  )
}
