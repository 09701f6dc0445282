import type { ReactNode } from 'react'

export type ButtonLook = 'primary' | 'secondary' | 'plain'

const looks: Record<ButtonLook, string> = {
  primary: 'utrecht-button--primary-action',
  secondary: 'utrecht-button--secondary-action',
  plain: 'utrecht-button--subtle',
}

interface ButtonProps {
  /** One primary button a page: what can be done next. */
  look?: ButtonLook
  type?: 'submit' | 'button' | 'reset'
  /** With `value`: tells a form with several buttons apart. */
  name?: string
  value?: string
  /** The form that the button belongs to, when it stands outside it. */
  form?: string
  /** Words for a screen reader, where the visible ones say too little. They begin with the visible ones. */
  label?: string
  children: ReactNode
}

/** A button of a form. */
export function Button({ look = 'primary', type = 'submit', name, value, form, label, children }: ButtonProps) {
  return (
    <button className={`utrecht-button ${looks[look]}`} type={type} name={name} value={value} form={form} aria-label={label}>
      {children}
    </button>
  )
}
