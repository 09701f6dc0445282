import { useTranslation } from 'react-i18next'
import { Heading } from '~/components/primitives/Heading'
import { WhereForm } from './WhereForm'

/** Below an item: who wants to says where she works. It is counted and forgotten. */
export function WhereSection({ item }: { item: string }) {
  const { t } = useTranslation('reach')
  return (
    <section className="lk-no-print">
      <Heading level={2}>{t('where.title')}</Heading>
      <p className="utrecht-paragraph">{t('where.intro')}</p>
      <WhereForm item={item} />
    </section>
  )
}
