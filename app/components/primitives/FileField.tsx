import { FieldFrame } from './FieldFrame'
import { describedBy, type FieldBasics } from './field-basics'

interface FileFieldProps extends FieldBasics {
  /** Which files the browser offers: endings or kinds, between commas. */
  accept?: string
}

/** A file of the reader's own. The browser words its button itself, in its own language. */
export function FileField(props: FileFieldProps) {
  const { name, id = name, accept, error, required = true } = props
  return (
    <FieldFrame {...props} id={id}>
      <input
        className={`utrecht-textbox${error ? ' utrecht-textbox--invalid' : ''}`}
        id={id}
        name={name}
        type="file"
        accept={accept}
        required={required}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, props)}
      />
    </FieldFrame>
  )
}
