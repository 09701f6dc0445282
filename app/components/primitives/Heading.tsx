import type { ReactNode } from 'react'

interface HeadingProps {
  level: 1 | 2 | 3
  id?: string
  /** Lets a script put the focus on it. */
  focusable?: boolean
  lang?: string
  dir?: 'ltr' | 'rtl' | 'auto'
  children: ReactNode
}

/** A heading; one of level 1 a page. */
export function Heading({ level, id, focusable, lang, dir, children }: HeadingProps) {
  const Tag = `h${level}` as const
  return (
    <Tag
      className={`utrecht-heading-${level}`}
      id={id}
      tabIndex={focusable ? -1 : undefined}
      data-focus={focusable ? '' : undefined}
      lang={lang}
      dir={dir}
    >
      {children}
    </Tag>
  )
}
