/** A page of a long list, as the address asks for it. */
export interface Page {
  /** From 1. */
  page: number
  skip: number
  take: number
}

/**
 * The page that an address asks for with `?page=`.
 * @param size lines on a page
 */
export function pageOf(search: URLSearchParams, size = 50): Page {
  const asked = Number(search.get('page') ?? 1)
  const page = Number.isInteger(asked) && asked >= 1 && asked <= 100_000 ? asked : 1
  return { page, skip: (page - 1) * size, take: size }
}

/** How many pages a list has; an empty one has one. */
export function pagesOf(total: number, { take }: Pick<Page, 'take'>): number {
  return Math.max(1, Math.ceil(total / take))
}
