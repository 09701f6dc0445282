import type { Language } from '~/i18n/languages'

/** Pages of the site that a text may lead to with `page:`, and where they are below `/{language}`. */
export const pages: Readonly<Record<string, string>> = {
  help: '/help',
  courses: '/courses',
  leaving: '/leaving',
  privacy: '/privacy',
  accessibility: '/accessibility',
  'sign-in': '/sign-in',
  learn: '/learn',
  'money-sheet': '/money-sheet',
  library: '/library',
}

/** What a text may lead to. */
export interface LinkTargets {
  /** The lessons of each course, by the course's id. */
  courses: ReadonlyMap<string, ReadonlySet<string>>
  /** Ids of the items of the library. */
  items: ReadonlySet<string>
}

export interface LinkPlace {
  language: Language
  course: string
  targets: LinkTargets
}

export type LinkKind = 'internal' | 'telephone' | 'mail' | 'external'

export interface ResolvedLink {
  kind: LinkKind
  href: string
}

/**
 * Where a link of a text leads: an address for the page, or in words why it leads nowhere. Only the schemes of
 * docs/content.md get through, so no `javascript:` and no address that somebody typed by hand.
 */
export function resolveLink(url: string, place: LinkPlace): ResolvedLink | { fault: string } {
  const colon = url.indexOf(':')
  const scheme = url.slice(0, Math.max(0, colon)).toLowerCase()
  const rest = url.slice(colon + 1)
  const internal = (address: string): ResolvedLink => ({ kind: 'internal', href: `/${place.language}${address}` })
  switch (scheme) {
    case 'lesson':
      return place.targets.courses.get(place.course)?.has(rest)
        ? internal(`/courses/${place.course}/${rest}`)
        : { fault: `dead link: \`${place.course}\` has no lesson \`${rest}\`` }
    case 'course': {
      const [course = '', lesson, ...more] = rest.split('/')
      const lessons = place.targets.courses.get(course)
      if (!lessons) return { fault: `dead link: there is no course \`${course}\`` }
      if (lesson === undefined) return internal(`/courses/${course}`)
      return more.length === 0 && lessons.has(lesson)
        ? internal(`/courses/${course}/${lesson}`)
        : { fault: `dead link: \`${course}\` has no lesson \`${[lesson, ...more].join('/')}\`` }
    }
    case 'library':
      return place.targets.items.has(rest) ? internal(`/library/${rest}`) : { fault: `dead link: the library has no item \`${rest}\`` }
    case 'page': {
      const address = Object.hasOwn(pages, rest) ? pages[rest] : undefined
      return address ? internal(address) : { fault: `dead link: there is no page \`${rest}\`; there are ${Object.keys(pages).join(', ')}` }
    }
    case 'tel':
      return /^\+?[0-9]{3,15}$/.test(rest)
        ? { kind: 'telephone', href: `tel:${rest}` }
        : { fault: `\`${url}\` is no telephone number: write only the digits after \`tel:\`` }
    case 'mailto':
      return /^[^\s@?&]+@[^\s@?&]+\.[^\s@?&]+$/.test(rest)
        ? { kind: 'mail', href: `mailto:${rest}` }
        : { fault: `\`${url}\` is no e-mail address` }
    case 'http':
    case 'https':
      return URL.canParse(url) && /^https?:\/\/[^/]/i.test(url)
        ? { kind: 'external', href: new URL(url).href }
        : { fault: `dead link: \`${url}\` is no address` }
    case '':
      return { fault: `dead link: \`${url}\`; use \`lesson:\`, \`course:\`, \`library:\` or \`page:\` for what is on this site` }
    default:
      return { fault: `a link may not begin with \`${scheme}:\`` }
  }
}

/** The links that must be the same in every language. */
export function isShared(url: string): boolean {
  return /^(?:lesson|course|library|page|tel):/i.test(url)
}
