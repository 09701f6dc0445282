import { useTranslation } from 'react-i18next'

export interface FieldError {
  /** Id of the field (its name, unless it was given another). Without it the error is about the whole form. */
  field?: string
  /** The error in words, already translated. */
  message: string
}

interface ErrorSummaryProps {
  errors: FieldError[]
  /** Default: "Er klopt nog iets niet". */
  title?: string
}

/** All errors of a form, at the top of the page, each leading to its field. Shows nothing when there are none. */
export function ErrorSummary({ errors, title }: ErrorSummaryProps) {
  const { t } = useTranslation('common')
  if (errors.length === 0) return null
  return (
    // The browser itself moves the focus here when the page has loaded: that needs no script.
    // eslint-disable-next-line jsx-a11y/no-autofocus
    <div className="lk-errors" role="alert" tabIndex={-1} autoFocus data-focus="" aria-labelledby="error-summary-title">
      <h2 id="error-summary-title">{title ?? t('errorSummary.title')}</h2>
      <ul>
        {errors.map(({ field, message }) => (
          <li key={`${field ?? ''}-${message}`}>{field ? <a href={`#${field}`}>{message}</a> : message}</li>
        ))}
      </ul>
    </div>
  )
}
