import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../primitives/Button'
import { TextArea } from '../primitives/TextArea'
import { TextBlock } from '../primitives/TextBlock'

interface ReflectionFormProps {
  /** Unique in the lesson. */
  id: string
  html: string
  lang: string
  dir: 'ltr' | 'rtl'
  /** The reader is signed in and wants to keep what she writes. Else it is only a thought, with lines on paper. */
  keeps: boolean
  /** What was kept before. */
  defaultValue?: string
  /** As many characters are kept, and no more. */
  maxLength: number
  /** It was kept with this very request. */
  justSaved?: boolean
  /** Where the form goes. Default: the page's own address. No fragment: with one, browsers do not move the focus. */
  action?: string
  /** Hidden fields, such as protection against forgery. */
  children?: ReactNode
}

/** Something to think or write about, for the reader alone. Posts `intent=reflect`, `reflection=<id>` and `text`. */
export function ReflectionForm({ id, html, lang, dir, keeps, defaultValue, maxLength, justSaved, action, children }: ReflectionFormProps) {
  const { t } = useTranslation('common')
  const blockId = `reflection-${id}`
  return (
    <lk-swap id={blockId} class="lk-question lk-reflection">
      <h2 className="lk-eyebrow">{t('reflection.title')}</h2>
      <TextBlock className="lk-question__prompt" lang={lang} dir={dir} html={html} />
      <div className="lk-lines" />
      {keeps && (
        <form className="lk-no-print" method="post" action={action} noValidate>
          {children}
          <input type="hidden" name="intent" value="reflect" />
          <input type="hidden" name="reflection" value={id} />
          <TextArea
            name="text"
            id={`${blockId}-text`}
            label={t('reflection.label')}
            description={t('reflection.private')}
            required={false}
            markOptional={false}
            defaultValue={defaultValue}
            maxLength={maxLength}
          />
          {justSaved && (
            // The browser itself moves the focus here when the page has loaded.
            // eslint-disable-next-line jsx-a11y/no-autofocus
            <p className="lk-saved" role="status" tabIndex={-1} autoFocus data-focus="">
              {t('reflection.saved')}
            </p>
          )}
          <Button look="secondary">{t('reflection.save')}</Button>
        </form>
      )}
    </lk-swap>
  )
}
