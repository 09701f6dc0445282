import type { HeadersFunction } from '@remix-run/node'

/** Hands the caching that a loader asked for on to the page (`export { pageHeaders as headers }`). */
export const pageHeaders: HeadersFunction = ({ loaderHeaders, actionHeaders, errorHeaders }) => {
  const cacheControl = (errorHeaders ?? actionHeaders).get('Cache-Control') ?? (errorHeaders ? null : loaderHeaders.get('Cache-Control'))
  return { 'Cache-Control': cacheControl ?? 'no-store' }
}
