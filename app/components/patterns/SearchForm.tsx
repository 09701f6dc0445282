import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Language } from '~/i18n/languages'
import { Button } from '../primitives/Button'
import { Field } from '../primitives/Field'

interface SearchFormProps {
  language: Language
  /** What was searched for. */
  q?: string
  /** Filters, below the field. */
  children?: ReactNode
}

/**
 * One field to search everything. It is a GET form: results can then be loaded anew, gone back to and filtered by plain links, without
 * scripting; with POST each of these asks to send the words once more. The address with the words goes nowhere: it is not logged, no
 * other site is told (`Referrer-Policy: no-referrer`), no cache keeps the page, and its title is neutral. Only the browser's own
 * history has it, and the page says so.
 */
export function SearchForm({ language, q = '', children }: SearchFormProps) {
  const { t } = useTranslation('search')
  return (
    <form className="lk-find" method="get" action={`/${language}/search`} role="search">
      <div className="lk-find__line">
        <Field
          name="q"
          type="search"
          label={t('field')}
          autoComplete="off"
          maxLength={200}
          dir="auto"
          defaultValue={q}
          required={false}
          markOptional={false}
        />
        <Button>{t('button')}</Button>
      </div>
      {children}
    </form>
  )
}
