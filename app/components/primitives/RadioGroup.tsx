import { OptionGroup, type GroupOption } from './OptionGroup'
import type { FieldBasics } from './field-basics'

interface RadioGroupProps extends FieldBasics {
  options: GroupOption[]
  defaultValue?: string
}

/** Radio buttons: one of a few. */
export function RadioGroup({ defaultValue, ...rest }: RadioGroupProps) {
  return <OptionGroup {...rest} type="radio" chosen={defaultValue === undefined ? [] : [defaultValue]} />
}
