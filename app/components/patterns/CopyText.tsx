import { useTranslation } from 'react-i18next'
import { Code } from '../primitives/Code'

interface CopyTextProps {
  /** A code or an address, to read and to pass on. */
  text: string
  /** Words of the button. Default: "Kopieer". */
  label?: string
}

/** A code or address, with a button to copy it where scripting allows. */
export function CopyText({ text, label }: CopyTextProps) {
  const { t } = useTranslation('common')
  return (
    <p className="lk-copy">
      <Code>{text}</Code>{' '}
      <lk-copy data-text={text} data-done={t('copy.done')} hidden>
        <button className="utrecht-button utrecht-button--secondary-action" type="button">
          {label ?? t('copy.button')}
        </button>
      </lk-copy>
    </p>
  )
}
