import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Notice } from '~/components/primitives/Notice'

/** Somebody else changed the same thing while this form was open: what stands there now, above what was typed. */
export function ChangedMeanwhile({ children }: { children: ReactNode }) {
  const { t } = useTranslation('groups')
  return (
    <Notice kind="warning" title={t('conflict.title')}>
      <p className="utrecht-paragraph">{t('conflict.text')}</p>
      {children}
    </Notice>
  )
}
