import type { ReactNode } from 'react'

interface TextBlockBasics {
  lang: string
  dir: 'ltr' | 'rtl'
  className?: string
}

type TextBlockProps = TextBlockBasics & ({ html: string; children?: undefined } | { html?: undefined; children: ReactNode })

/**
 * A text in one language. It says its own language and direction, so that a Dutch text inside an Arabic page stays
 * left-to-right. `html` must be sanitised: compiled content is.
 */
export function TextBlock({ lang, dir, className, html, children }: TextBlockProps) {
  const classes = className ? `lk-text ${className}` : 'lk-text'
  if (html !== undefined) return <div className={classes} lang={lang} dir={dir} dangerouslySetInnerHTML={{ __html: html }} />
  return (
    <div className={classes} lang={lang} dir={dir}>
      {children}
    </div>
  )
}
