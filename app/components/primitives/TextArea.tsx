import { FieldFrame } from './FieldFrame'
import { describedBy, type FieldBasics } from './field-basics'

interface TextAreaProps extends FieldBasics {
  /** Direction of what is typed; `auto` follows the writer's script. */
  dir?: 'ltr' | 'rtl' | 'auto'
  /** The typed value again, after an error. */
  defaultValue?: string
  rows?: number
  maxLength?: number
  autoComplete?: string
}

/** A field for more than one line. */
export function TextArea(props: TextAreaProps) {
  const { name, id = name, dir = 'auto', error, required = true } = props
  return (
    <FieldFrame {...props} id={id}>
      <textarea
        className="lk-textarea"
        id={id}
        name={name}
        dir={dir}
        rows={props.rows ?? 5}
        maxLength={props.maxLength}
        autoComplete={props.autoComplete}
        defaultValue={props.defaultValue}
        required={required}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, props)}
      />
    </FieldFrame>
  )
}
