import type { ReactNode } from 'react'

interface LinkProps {
  href: string
  /** Language of the page that it leads to, where it differs. */
  hrefLang?: string
  /** Language and direction of the words, where they differ from those around. */
  lang?: string
  dir?: 'ltr' | 'rtl' | 'auto'
  current?: boolean
  /** A file to save instead of a page to open. */
  download?: boolean
  /** Opens beside the page: from a frame in another site there is no way back. */
  newTab?: boolean
  children: ReactNode
}

const elsewhere = /^https?:/i

/** A link. A site elsewhere is not told which page it was followed from. */
export function Link({ href, hrefLang, lang, dir, current, download, newTab, children }: LinkProps) {
  return (
    <a
      className="utrecht-link utrecht-link--html-a"
      href={href}
      hrefLang={hrefLang}
      lang={lang}
      dir={dir}
      download={download}
      aria-current={current ? 'page' : undefined}
      target={newTab ? '_blank' : undefined}
      rel={newTab || elsewhere.test(href) ? 'noreferrer' : undefined}
    >
      {children}
    </a>
  )
}
