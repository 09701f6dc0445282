import { useActionData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type errorTexts from '../../locales/nl/errors.json'
import type { FieldError } from '~/components/primitives/ErrorSummary'

type ErrorCode = keyof typeof errorTexts

interface Fault {
  values: Record<string, string>
  /** What was ticked, by the name of the boxes. */
  ticked?: Record<string, string[]>
  errors: Record<string, string>
}

/** What a form needs to show itself again after a fault. */
export interface ShownFault {
  /** What was typed in a field before, or else the given text. */
  value: (name: string, otherwise?: string) => string
  /** What was ticked in a group of boxes before; undefined when the form was not sent yet. */
  values: (name: string) => string[] | undefined
  /** Whether the answer holds this code for a field. */
  has: (name: string, code: string) => boolean
  /** The error of a field in words. */
  error: (name: string) => string | undefined
  /** Every error for the summary at the top of the page. */
  summary: FieldError[]
}

/** Words for an error code, in the language of the page. */
export function useFaultWords(): (code: string) => string {
  const { t } = useTranslation('errors')
  return (code) => {
    // A code may carry a number: "tooManyTries:12".
    const [key = '', number] = code.split(':')
    return t(key as ErrorCode, { count: Number(number ?? 0), defaultValue: t('fieldNotValid') })
  }
}

/**
 * The fault that the action of this page answered with, if any, in the language of the page.
 * @param before errors that were known before the form came to the action, by field
 */
export function useFormFault(before: Record<string, string> = {}): ShownFault {
  const answer = useActionData<Partial<Fault>>()
  const errors = answer?.errors ?? before
  const words = useFaultWords()
  return {
    value: (name, otherwise = '') => answer?.values?.[name] ?? otherwise,
    values: (name) => answer?.ticked?.[name],
    has: (name, code) => errors[name] === code,
    error: (name) => (errors[name] ? words(errors[name]) : undefined),
    summary: Object.entries(errors).map(([field, code]) => ({ ...(field === 'form' ? {} : { field }), message: words(code) })),
  }
}
