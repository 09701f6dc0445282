import type { ReactNode } from 'react'

/** What every field of a form has. */
export interface FieldBasics {
  name: string
  /** The element's id; the name when left out. Error summaries lead to it. */
  id?: string
  label: ReactNode
  description?: ReactNode
  /** The error in words, already translated. */
  error?: string
  /** Most fields are required; the others are marked "niet verplicht". Default: true. */
  required?: boolean
  /** Marks a field that is not required. Default: true. */
  markOptional?: boolean
}

/** The ids of the description and the error of a field, for `aria-describedby`. */
export function describedBy(id: string, field: Pick<FieldBasics, 'description' | 'error'>): string | undefined {
  const ids = [field.description ? `${id}-description` : '', field.error ? `${id}-error` : ''].filter(Boolean)
  return ids.length > 0 ? ids.join(' ') : undefined
}
