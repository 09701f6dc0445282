import { chromium, type Browser } from '@playwright/test'

export interface FirstVisit {
  path: string
  /** Seconds until the largest text or picture stood there. */
  lcp: number
  /** Over the wire, with headers. */
  bytes: number
  scriptBytes: number
  fontBytes: number
  requests: number
}

const visits = 5

/** Visits pages with an empty cache, each five times, as on a bad phone; the visit with the median LCP is given back. */
export async function measureFirstVisits(origin: string, paths: string[]): Promise<FirstVisit[]> {
  const browser = await chromium.launch({
    ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
  try {
    const measured: FirstVisit[] = []
    for (const path of paths) {
      const all: FirstVisit[] = []
      for (let index = 0; index < visits; index += 1) all.push(await visit(browser, origin, path))
      measured.push(all.sort((a, b) => a.lcp - b.lcp)[(visits - 1) / 2]!)
    }
    return measured
  } finally {
    await browser.close()
  }
}

async function visit(browser: Browser, origin: string, path: string): Promise<FirstVisit> {
  const context = await browser.newContext({ viewport: { width: 360, height: 640 }, isMobile: true, hasTouch: true })
  const page = await context.newPage()
  const devtools = await context.newCDPSession(page)
  await devtools.send('Network.enable')
  await devtools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 400,
    downloadThroughput: 400_000 / 8,
    uploadThroughput: 400_000 / 8,
  })
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  const kinds = new Map<string, string>()
  const sizes = new Map<string, number>()
  devtools.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type))
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => sizes.set(requestId, encodedDataLength))
  await page.goto(origin + path, { waitUntil: 'networkidle' })
  const lcp = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => resolve(list.getEntries().at(-1)!.startTime)).observe({
          type: 'largest-contentful-paint',
          buffered: true,
        })
      }),
  )
  await context.close()
  const sum = (kind?: string) => [...sizes].filter(([id]) => !kind || kinds.get(id) === kind).reduce((total, [, size]) => total + size, 0)
  return { path, lcp: lcp / 1000, bytes: sum(), scriptBytes: sum('Script'), fontBytes: sum('Font'), requests: sizes.size }
}
