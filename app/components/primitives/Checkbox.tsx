import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { describedBy } from './field-basics'

interface CheckboxProps {
  name: string
  id?: string
  value?: string
  label: ReactNode
  description?: ReactNode
  error?: string
  required?: boolean
  defaultChecked?: boolean
}

/** One tick box: yes or no. */
export function Checkbox({ name, id = name, value = 'on', label, description, error, required, defaultChecked }: CheckboxProps) {
  const { t } = useTranslation('common')
  return (
    <div className={`utrecht-form-field utrecht-form-field--distanced${error ? ' utrecht-form-field--invalid' : ''}`}>
      {error && (
        <p className="utrecht-form-field-error-message" id={`${id}-error`}>
          <span className="lk-hidden">{t('field.errorPrefix')} </span>
          {error}
        </p>
      )}
      <label className="lk-option">
        <input
          type="checkbox"
          id={id}
          name={name}
          value={value}
          defaultChecked={defaultChecked}
          required={required}
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy(id, { description, error })}
        />
        <span>{label}</span>
      </label>
      {description && (
        <div className="utrecht-form-field-description" id={`${id}-description`}>
          {description}
        </div>
      )}
    </div>
  )
}
