import { FieldFrame } from './FieldFrame'
import { describedBy, type FieldBasics } from './field-basics'

interface FieldProps extends FieldBasics {
  type?: 'text' | 'email' | 'password' | 'tel' | 'url' | 'number' | 'date' | 'time' | 'search'
  /** What the browser may fill in: `email`, `current-password`, `name`, `off` … */
  autoComplete?: string
  inputMode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email'
  /** Direction of what is typed. Addresses, codes and telephone numbers are `ltr` in every language; names `auto`. */
  dir?: 'ltr' | 'rtl' | 'auto'
  /** The typed value again, after an error. Never give a password back. */
  defaultValue?: string | number
  min?: string | number
  max?: string | number
  step?: number
  maxLength?: number
  /** For a few characters: a number, a code. */
  short?: boolean
  spellCheck?: boolean
  /** What the browser offers while somebody types; other words may be typed too. */
  suggestions?: { value: string; hint?: string }[]
}

const leftToRight = new Set(['email', 'password', 'tel', 'url', 'number', 'date', 'time'])

/** A text field with its label, description and error. */
export function Field(props: FieldProps) {
  const { name, id = name, type = 'text', dir, error, required = true, short, min, max, step, maxLength, suggestions } = props
  return (
    <FieldFrame {...props} id={id}>
      <input
        className={`utrecht-textbox${short ? ' utrecht-textbox--short' : ''}${error ? ' utrecht-textbox--invalid' : ''}`}
        id={id}
        name={name}
        type={type}
        dir={dir ?? (leftToRight.has(type) ? 'ltr' : 'auto')}
        inputMode={props.inputMode ?? (type === 'number' ? 'numeric' : undefined)}
        autoComplete={props.autoComplete}
        autoCapitalize={type === 'email' ? 'none' : undefined}
        spellCheck={props.spellCheck}
        defaultValue={props.defaultValue}
        required={required}
        min={min}
        max={max}
        step={step}
        maxLength={maxLength}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, props)}
        list={suggestions && `${id}-list`}
      />
      {suggestions && (
        <datalist id={`${id}-list`}>
          {suggestions.map(({ value, hint }) => (
            <option key={value} value={value} label={hint && `${value} · ${hint}`} />
          ))}
        </datalist>
      )}
    </FieldFrame>
  )
}
