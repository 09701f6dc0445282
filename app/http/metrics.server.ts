import type { RequestHandler } from 'express'
import { collectDefaultMetrics, Counter, register } from 'prom-client'
import { sameText } from '~/platform/auth/codes.server'
import { env } from '~/platform/env/env.server'

// While developing, the module is loaded again when it changes, and a figure may be there only once.
register.clear()
collectDefaultMetrics()

// Counts by kind of answer only: which page somebody reads is nobody's business, not even a graph's.
const answers = new Counter({
  name: 'leerkring_http_answers_total',
  help: 'Answers by method and status class',
  labelNames: ['method', 'status'],
})

const methods = new Set(['GET', 'HEAD', 'POST'])

/** Counts every answer of the server. */
export const countAnswer: RequestHandler = (request, response, next) => {
  response.once('finish', () => {
    const method = methods.has(request.method) ? request.method : 'other'
    answers.inc({ method, status: `${Math.floor(response.statusCode / 100)}xx` })
  })
  next()
}

/** All figures in the text format of Prometheus. */
export async function readMetrics(): Promise<{ text: string; contentType: string }> {
  return { text: await register.metrics(), contentType: register.contentType }
}

/**
 * Figures are for who holds METRICS_TOKEN. Without one, programs on the same machine get them in demo mode only: behind a proxy
 * every reader may look like one of these.
 */
export function mayReadMetrics(authorization: string | null, address: string): boolean {
  const { metricsToken, mode } = env()
  if (metricsToken) return authorization !== null && sameText(authorization, `Bearer ${metricsToken}`)
  return mode === 'demo' && ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(address)
}
