import autocannon from 'autocannon'

export interface Load {
  perSecond: number
  /** Milliseconds. */
  p50: number
  p99: number
  /** Of one answer, with headers. */
  bytes: number
}

/** Asks for one address over sixteen connections for eight seconds, after two to warm up. Throws when an answer is no success. */
export async function load(url: string, headers: Record<string, string> = {}): Promise<Load> {
  const options = { url, connections: 16, headers: { 'Accept-Encoding': 'br, gzip', ...headers } }
  await autocannon({ ...options, duration: 2 })
  const result = await autocannon({ ...options, duration: 8 })
  // A 304 is an answer that was asked for here.
  const good = result['2xx'] + result['3xx']
  if (result.errors > 0 || good !== result.requests.total)
    throw new Error(`${url}: ${result.errors} errors, ${result.requests.total - good} answers that were no success`)
  return {
    perSecond: result.requests.total / result.duration,
    p50: result.latency.p50,
    p99: result.latency.p99,
    bytes: Math.round(result.throughput.total / result.requests.total),
  }
}
