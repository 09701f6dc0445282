import { FieldFrame } from './FieldFrame'
import { describedBy, type FieldBasics } from './field-basics'

export interface Choice {
  value: string
  label: string
  /** Language and direction of the label, where they differ from the page. */
  lang?: string
  dir?: 'ltr' | 'rtl' | 'auto'
}

interface SelectProps extends FieldBasics {
  options: Choice[]
  /** Words of the first, empty option. Without it the first option is chosen from the start. */
  placeholder?: string
  defaultValue?: string
  autoComplete?: string
}

/** A list to choose one of. For up to about six choices use RadioGroup. */
export function Select(props: SelectProps) {
  const { name, id = name, options, placeholder, defaultValue, error, required = true } = props
  return (
    <FieldFrame {...props} id={id}>
      <select
        className="lk-select"
        id={id}
        name={name}
        defaultValue={defaultValue ?? (placeholder === undefined ? undefined : '')}
        required={required}
        autoComplete={props.autoComplete}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, props)}
      >
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {options.map(({ value, label, lang, dir }) => (
          <option key={value} value={value} lang={lang} dir={dir}>
            {label}
          </option>
        ))}
      </select>
    </FieldFrame>
  )
}
