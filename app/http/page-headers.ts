import type { HeadersFunction } from '@remix-run/node'

/** Hands the caching that a loader asked for on to the page (`export { pageHeaders as headers }`). */
export const pageHeaders: HeadersFunction = ({ loaderHeaders, actionHeaders, errorHeaders }) => {
  // The page after an action is the answer to one reader's form.
  const answersAction = [...actionHeaders].length > 0
  const shared = errorHeaders || answersAction ? null : loaderHeaders.get('Cache-Control')
  return { 'Cache-Control': shared ?? 'no-store' }
}
