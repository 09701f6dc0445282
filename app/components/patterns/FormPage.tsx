import type { ReactNode } from 'react'
import { ErrorSummary, type FieldError } from '../primitives/ErrorSummary'
import { Heading } from '../primitives/Heading'

interface FormPageProps {
  title: string
  /** One or two sentences below the title. */
  intro?: string
  /** What is wrong with a form that was sent; all of it is shown above the title. */
  errors?: FieldError[]
  children?: ReactNode
}

/** A page around a form: its faults, its title, what it is for. */
export function FormPage({ title, intro, errors = [], children }: FormPageProps) {
  return (
    <>
      <ErrorSummary errors={errors} />
      <Heading level={1}>{title}</Heading>
      {intro && <p className="utrecht-paragraph utrecht-paragraph--lead">{intro}</p>}
      {children}
    </>
  )
}
