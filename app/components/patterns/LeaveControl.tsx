import { useTranslation } from 'react-i18next'

/**
 * The way out: a plain link that ends the session and leads to a neutral site. With scripting it also blanks the page
 * at once, and listens to Shift pressed three times.
 */
export function LeaveControl() {
  const { t } = useTranslation('common')
  return (
    <lk-leave
      class="lk-leave"
      role="region"
      aria-label={t('leave.label')}
      data-blank={t('leave.blankTitle')}
      data-two-more={t('leave.twoMore')}
      data-one-more={t('leave.oneMore')}
      data-leaving={t('leave.leaving')}
      data-expired={t('leave.expired')}
    >
      <a href="/exit" rel="nofollow noreferrer">
        <svg className="lk-drawing" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
          <path strokeWidth="2" d="m5 5 14 14M19 5 5 19" />
        </svg>
        {t('leave.link')}
      </a>
    </lk-leave>
  )
}
