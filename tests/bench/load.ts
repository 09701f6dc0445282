import autocannon from 'autocannon'

export interface Load {
  perSecond: number
  /** Milliseconds. */
  p50: number
  p99: number
  /** Of one answer, with headers. */
  bytes: number
}

interface FormLoad {
  /** Of the site. */
  origin: string
  headers: Record<string, string>
  /** Asked before each request: where it goes and what it says. */
  next: () => { path: string; fields: Record<string, string> }
}

/** Sends forms over sixteen connections. Throws when one is not accepted. */
export async function loadForm({ origin, headers, next }: FormLoad): Promise<Load> {
  const options = {
    url: origin,
    connections: 16,
    method: 'POST' as const,
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
    requests: [
      {
        setupRequest: (request: object) => {
          const { path, fields } = next()
          return { ...request, path, body: new URLSearchParams(fields).toString() }
        },
      },
    ],
  }
  await autocannon({ ...options, duration: 2 })
  return loadOf(origin, await autocannon({ ...options, duration: 8 }))
}

/** Asks for one address over sixteen connections for eight seconds, after two to warm up. Throws when an answer is no success. */
export async function load(url: string, headers: Record<string, string> = {}): Promise<Load> {
  const options = { url, connections: 16, headers: { 'Accept-Encoding': 'br, gzip', ...headers } }
  await autocannon({ ...options, duration: 2 })
  return loadOf(url, await autocannon({ ...options, duration: 8 }))
}

function loadOf(url: string, result: autocannon.Result): Load {
  // A 304 or a 303 is an answer that was asked for here.
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
