import { useTranslation } from 'react-i18next'
import { Badge } from '~/components/primitives/Badge'
import type { UnitState } from '~/content/unit-state'

const looks = { missing: 'warm', stale: 'warm', draft: 'neutral', reviewed: 'action', source: 'neutral', made: 'action' } as const

/** How a text is in one language, in words. */
export function StateBadge({ state }: { state: UnitState }) {
  const { t } = useTranslation('translations')
  return <Badge look={looks[state]}>{t(`states.${state}`)}</Badge>
}
