import type { ReactNode } from 'react'

interface BadgeProps {
  /** `warm` for what asks attention; the words say it, the colour only helps. */
  look?: 'neutral' | 'action' | 'warm'
  children: ReactNode
}

/** A state in one or two words. */
export function Badge({ look = 'neutral', children }: BadgeProps) {
  return <span className={`lk-badge lk-badge--${look}`}>{children}</span>
}
