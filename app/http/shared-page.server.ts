import { data, type AppLoadContext } from '@remix-run/node'
import { sharedPage } from './page-cache.server'

/**
 * The data of a page that is the same for every anonymous reader: it is rendered once and kept. For somebody who is signed
 * in the frame differs, so nothing is kept then.
 */
export function sharedData<T>(context: AppLoadContext, value: T) {
  return data(value, { headers: { 'Cache-Control': context.session ? 'no-store' : sharedPage } })
}
