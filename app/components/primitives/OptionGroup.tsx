import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { describedBy, type FieldBasics } from './field-basics'

export interface GroupOption {
  value: string
  label: ReactNode
  /** A second line that explains the option. */
  hint?: ReactNode
  lang?: string
  dir?: 'ltr' | 'rtl' | 'auto'
}

interface OptionGroupProps extends FieldBasics {
  type: 'radio' | 'checkbox'
  options: GroupOption[]
  chosen: readonly string[]
  /** Short options stand beside each other where there is room. */
  columns?: boolean
}

/**
 * A group of radio buttons or tick boxes. The first one bears the group's id, so that an error summary leads to
 * something that can be answered. Used by RadioGroup and CheckboxGroup.
 */
export function OptionGroup(props: OptionGroupProps) {
  const { type, name, id = name, label, description, error, options, chosen, columns, required = true, markOptional = true } = props
  const { t } = useTranslation('common')
  return (
    <div className={`utrecht-form-field utrecht-form-field--distanced${error ? ' utrecht-form-field--invalid' : ''}`}>
      <fieldset
        className="lk-fields"
        aria-describedby={describedBy(id, props)}
        aria-required={type === 'radio' && required ? true : undefined}
        role={type === 'radio' ? 'radiogroup' : undefined}
        aria-invalid={type === 'radio' && error ? true : undefined}
      >
        <legend>
          {label}
          {!required && markOptional && <span className="lk-optional"> {t('field.optional')}</span>}
        </legend>
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
        <div className={columns ? 'lk-options lk-options--columns' : 'lk-options'}>
          {options.map(({ value, label: words, hint, lang, dir }, index) => (
            <label key={value} className="lk-option" lang={lang} dir={dir}>
              <input
                type={type}
                id={index === 0 ? id : `${id}-${value}`}
                name={name}
                value={value}
                defaultChecked={chosen.includes(value)}
                required={type === 'radio' && required}
              />
              <span>
                {words}
                {hint && <span className="lk-option__hint">{hint}</span>}
              </span>
            </label>
          ))}
        </div>
      </fieldset>
    </div>
  )
}
