import { useTranslation } from 'react-i18next'

/** Prints the page. Without scripting there is no button: the browser's own menu prints as well. */
export function PrintButton({ label }: { label?: string }) {
  const { t } = useTranslation('common')
  return (
    <lk-print class="lk-no-print" hidden>
      <button className="utrecht-button utrecht-button--secondary-action" type="button">
        {label ?? t('print.button')}
      </button>
    </lk-print>
  )
}
