import { useTranslation } from 'react-i18next'
import { Face, faces } from '../primitives/Face'
import { describedBy } from '../primitives/field-basics'

interface FaceGroupProps {
  name: string
  label: string
  error?: string
  /** The score that was chosen before: `1` to `5`. */
  defaultValue?: string
}

/** A question that is answered with one of five faces. The word is always there: a face alone means something else to each. */
export function FaceGroup({ name, label, error, defaultValue }: FaceGroupProps) {
  const { t } = useTranslation('evaluations')
  const { t: common } = useTranslation('common')
  return (
    <div className={`utrecht-form-field utrecht-form-field--distanced${error ? ' utrecht-form-field--invalid' : ''}`}>
      <fieldset className="lk-fields" role="radiogroup" aria-describedby={describedBy(name, error ? { error } : {})}>
        <legend>{label}</legend>
        {error && (
          <p className="utrecht-form-field-error-message" id={`${name}-error`}>
            <span className="lk-hidden">{common('field.errorPrefix')} </span>
            {error}
          </p>
        )}
        <div className="lk-faces">
          {faces.map((face, index) => {
            const value = String(index + 1)
            return (
              <label key={face} className="lk-option lk-face">
                <input
                  type="radio"
                  id={index === 0 ? name : `${name}-${value}`}
                  name={name}
                  value={value}
                  defaultChecked={value === defaultValue}
                />
                <Face name={face} />
                <span>{t(`faces.${face}`)}</span>
              </label>
            )
          })}
        </div>
      </fieldset>
    </div>
  )
}
