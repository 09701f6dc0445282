import { useId } from 'react'
import { useTranslation } from 'react-i18next'

interface ProgressProps {
  done: number
  total: number
  /** Default: "3 van 22 lessen". */
  text?: string
}

/** How far somebody is, in words first. */
export function Progress({ done, total, text }: ProgressProps) {
  const { t } = useTranslation('common')
  const id = useId()
  return (
    <div className="lk-progress">
      <p className="lk-progress__text" id={id}>
        {text ?? t('progress.lessons', { done, count: total })}
      </p>
      <progress max={Math.max(total, 1)} value={done} aria-labelledby={id} />
    </div>
  )
}
