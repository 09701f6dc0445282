import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

type NoticeKind = 'info' | 'success' | 'warning'

interface NoticeProps {
  kind?: NoticeKind
  title?: ReactNode
  /** `status` for a message about what was just done: a screen reader says it. */
  role?: 'status' | 'note'
  children?: ReactNode
}

const marks: Record<NoticeKind, string> = {
  info: 'M12 11v6M12 7.5v.01',
  success: 'm7.5 12.5 3 3 6-6.5',
  warning: 'M12 7v6M12 16.5v.01',
}

/** A calm message in a box. What kind it is shows in shape and is said in words, not in colour alone. */
export function Notice({ kind = 'info', title, role, children }: NoticeProps) {
  const { t } = useTranslation('common')
  return (
    <div className={`lk-notice lk-notice--${kind}`} role={role}>
      <svg className="lk-notice__mark lk-drawing" viewBox="0 0 24 24" role="img" aria-label={t(`notice.${kind}`)}>
        <circle cx="12" cy="12" r="10" />
        <path d={marks[kind]} />
      </svg>
      <div className="lk-notice__text">
        {title && <p className="lk-notice__title">{title}</p>}
        {children}
      </div>
    </div>
  )
}
