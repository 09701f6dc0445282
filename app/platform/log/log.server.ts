import pino from 'pino'
import { env } from '~/platform/env/env.server'

let logger: pino.Logger | undefined

/** The log of this process: JSON lines on standard output, without addresses, names or what people typed. */
export function log(): pino.Logger {
  logger ??= pino({ level: env().logLevel, base: null })
  return logger
}
