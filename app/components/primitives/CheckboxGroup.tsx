import { OptionGroup, type GroupOption } from './OptionGroup'
import type { FieldBasics } from './field-basics'

interface CheckboxGroupProps extends FieldBasics {
  options: GroupOption[]
  defaultValues?: readonly string[]
  /** Short options stand beside each other where there is room. */
  columns?: boolean
}

/** Tick boxes with one name: none, some or all. */
export function CheckboxGroup({ defaultValues = [], ...rest }: CheckboxGroupProps) {
  return <OptionGroup {...rest} type="checkbox" chosen={defaultValues} />
}
