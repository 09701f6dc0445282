import { useTranslation } from 'react-i18next'
import { DataList } from '~/components/primitives/DataList'
import { figureNames, type CohortFigures } from '~/domain/cohorts/figures'
import { useFrame } from '~/http/frame'
import { formatNumber } from '~/i18n/formats'

/** What a cohort came to. */
export function FigureList({ figures }: { figures: CohortFigures }) {
  const { t } = useTranslation('coordinate')
  const { language } = useFrame()
  return (
    <DataList
      items={figureNames.map((name) => ({ key: name, term: t(`figures.${name}`), value: formatNumber(language, figures[name]) }))}
    />
  )
}
