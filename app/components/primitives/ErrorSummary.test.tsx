import { describe, expect, it } from 'vitest'
import { attributeValues, renderForTest } from '../render-for-test'
import { Checkbox } from './Checkbox'
import { CheckboxGroup } from './CheckboxGroup'
import { ErrorSummary } from './ErrorSummary'
import { Field } from './Field'
import { RadioGroup } from './RadioGroup'
import { Select } from './Select'
import { TextArea } from './TextArea'

const options = [
  { value: 'parents', label: 'Oudergroep' },
  { value: 'women', label: 'Vrouwengroep' },
]

const fields = {
  email: <Field name="email" type="email" label="E-mailadres" description="Voor de code" error="fout" defaultValue="fatima@" />,
  note: <TextArea name="note" label="Opmerking" error="fout" defaultValue="een zin" />,
  language: <Select name="language" label="Taal" options={options} placeholder="Kies" error="fout" />,
  kind: <RadioGroup name="kind" label="Soort" options={options} error="fout" />,
  themes: <CheckboxGroup name="themes" label="Waarover" options={options} error="fout" />,
  agree: <Checkbox name="agree" label="Gelezen" error="fout" />,
}

describe('ErrorSummary', () => {
  it('leads to a control that can be filled in, for every kind of field', () => {
    const summary = renderForTest(<ErrorSummary errors={Object.keys(fields).map((field) => ({ field, message: `fout bij ${field}` }))} />)
    for (const href of attributeValues(summary, 'href')) {
      const id = href.slice(1) as keyof typeof fields
      expect(renderForTest(fields[id])).toMatch(new RegExp(`<(input|select|textarea)[^>]* id="${id}"`))
    }
    expect(attributeValues(summary, 'href')).toHaveLength(Object.keys(fields).length)
  })

  it('gets the focus when the page has loaded, without a script', () => {
    const html = renderForTest(<ErrorSummary errors={[{ message: 'Het lukte niet.' }]} />)
    expect(html).toMatch(/role="alert"/)
    expect(html).toMatch(/autofocus=""/i)
    expect(html).toMatch(/tabindex="-1"/i)
  })

  it('shows nothing without errors', () => {
    expect(renderForTest(<ErrorSummary errors={[]} />)).toBe('')
  })
})

describe('fields', () => {
  it.each(Object.entries(fields))('%s is described by its error', (id, field) => {
    const html = renderForTest(field)
    expect(attributeValues(html, 'aria-describedby')[0]?.split(' ')).toContain(`${id}-error`)
    expect(html).toContain(`id="${id}-error"`)
  })

  it.each(['email', 'note', 'language', 'agree'] as const)('%s is marked as invalid', (id) => {
    expect(renderForTest(fields[id])).toContain('aria-invalid="true"')
  })

  it('keeps what was typed', () => {
    expect(renderForTest(fields.email)).toContain('value="fatima@"')
    expect(renderForTest(fields.note)).toContain('>een zin</textarea>')
  })

  it('writes addresses left-to-right and names in the direction of their script', () => {
    expect(renderForTest(fields.email)).toContain('dir="ltr"')
    expect(renderForTest(<Field name="name" label="Naam" />)).toContain('dir="auto"')
  })

  it('says which fields may stay empty', () => {
    expect(renderForTest(<Field name="name" label="Naam" required={false} />)).toContain('(niet verplicht)')
    expect(renderForTest(fields.email)).not.toContain('(niet verplicht)')
  })
})
