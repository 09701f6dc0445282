import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { FieldBasics } from './field-basics'

/** The label, description and error around one form control. Used by the fields, not by pages. */
export function FieldFrame({
  id,
  label,
  description,
  error,
  required = true,
  markOptional = true,
  children,
}: FieldBasics & { id: string; children: ReactNode }) {
  const { t } = useTranslation('common')
  return (
    <div className={`utrecht-form-field utrecht-form-field--distanced${error ? ' utrecht-form-field--invalid' : ''}`}>
      <div className="utrecht-form-field__label">
        <label className="utrecht-form-label" htmlFor={id}>
          {label}
          {!required && markOptional && <span className="lk-optional"> {t('field.optional')}</span>}
        </label>
      </div>
      {description && (
        <div className="utrecht-form-field-description" id={`${id}-description`}>
          {description}
        </div>
      )}
      {error && (
        <p className="utrecht-form-field-error-message" id={`${id}-error`}>
          <span className="lk-hidden">{t('field.errorPrefix')} </span>
          {error}
        </p>
      )}
      {children}
    </div>
  )
}
