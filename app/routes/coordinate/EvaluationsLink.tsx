import { useTranslation } from 'react-i18next'
import { LinkButton } from '~/components/primitives/LinkButton'
import type { Subject } from '~/domain/evaluations/schema'
import { useFrame } from '~/http/frame'

/** The way from a cohort or one of its meetings to what people thought of it. */
export function EvaluationsLink({ kind, id }: Subject) {
  const { t } = useTranslation('evaluations')
  const { language } = useFrame()
  return (
    <LinkButton look="secondary" href={`/${language}/coordinate/evaluations?${kind}=${id}`}>
      {t('list.title')}
    </LinkButton>
  )
}
