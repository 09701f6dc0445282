import { useTranslation } from 'react-i18next'
import { Arrow } from '../primitives/Arrow'
import { LinkButton } from '../primitives/LinkButton'

interface NextStepProps {
  href: string
  /** What comes: the title of the next lesson, "Je certificaat". */
  title: string
  /** Above the title. Default: "Hierna". */
  eyebrow?: string
  /** Words of the button. Default: "Verder". */
  label?: string
  /** Language and direction of the title, where they differ from the page. */
  lang?: string
  dir?: 'ltr' | 'rtl'
}

/** The one thing to do next, at the end of a page. */
export function NextStep({ href, title, eyebrow, label, lang, dir }: NextStepProps) {
  const { t } = useTranslation('common')
  const words = label ?? t('next.continue')
  return (
    <div className="lk-next">
      <div>
        <p className="lk-eyebrow">{eyebrow ?? t('next.eyebrow')}</p>
        <p className="lk-next__title" lang={lang} dir={dir}>
          {title}
        </p>
      </div>
      <LinkButton href={href} label={`${words}: ${title}`}>
        {words}
        <Arrow />
      </LinkButton>
    </div>
  )
}
