import type { ReactNode } from 'react'
import type { ButtonLook } from './Button'

const looks: Record<ButtonLook, string> = {
  primary: 'utrecht-button-link--primary-action',
  secondary: 'utrecht-button-link--secondary-action',
  plain: 'utrecht-button-link--subtle',
}

interface LinkButtonProps {
  href: string
  look?: ButtonLook
  /** A file to save instead of a page to open. */
  download?: boolean
  /** Words for a screen reader, where the visible ones say too little. They begin with the visible ones. */
  label?: string
  children: ReactNode
}

/** A link that looks like a button: it leads to the next step and changes nothing by itself. */
export function LinkButton({ href, look = 'primary', download, label, children }: LinkButtonProps) {
  return (
    <a className={`utrecht-button-link utrecht-button-link--html-a ${looks[look]}`} href={href} download={download} aria-label={label}>
      {children}
    </a>
  )
}
