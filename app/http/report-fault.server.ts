import { log } from '~/platform/log/log.server'

/** Notes a fault in a loader or an action. */
export function reportFault(error: unknown): void {
  log().error({ err: error }, 'a page failed')
}
