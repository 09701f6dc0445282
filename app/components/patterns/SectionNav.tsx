export interface SectionLink {
  href: string
  label: string
  /** `page`: this is the page; `within`: the page is one below it. */
  current?: 'page' | 'within'
}

/** The pages of one part of the site, above the title of each. Shows nothing when there is only one. */
export function SectionNav({ label, links }: { label: string; links: SectionLink[] }) {
  if (links.length <= 1) return null
  return (
    <nav className="lk-sections" aria-label={label}>
      <ul>
        {links.map(({ href, label: words, current }) => (
          <li key={href}>
            <a href={href} aria-current={current === 'within' ? 'true' : current}>
              {words}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
