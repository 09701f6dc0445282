import { fork } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync } from 'node:zlib'
import { testEnvironment } from '../setup/environment'

export interface BenchSite {
  url: string
  databaseUrl: string
  /** Address of a file that is as long as the lesson is when compressed. */
  staticFile: string
  /** Megabytes that the server's process takes. */
  memory: () => Promise<number>
  etag: (address: string) => Promise<string>
  /** Cookie header of a demo account. */
  signIn: (userName: string) => Promise<string>
  /** Sends a form; throws when it is not accepted. */
  post: (address: string, fields: Record<string, string>, cookie: string) => Promise<void>
  /** Ends the server and starts it again: what was written past it is not known to it. */
  restart: () => Promise<void>
  stop: () => Promise<void>
}

/**
 * Starts the built site with demo data in a temporary folder, and a static file of the size of a lesson beside it.
 * @param databaseUrl an empty database; without one a file in the folder
 */
export async function startBenchSite(lesson: string, databaseUrl?: string): Promise<BenchSite> {
  const folder = mkdtempSync(path.join(tmpdir(), 'leerkring-bench-'))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const address = databaseUrl ?? `file:${path.join(folder, 'leerkring.db')}`
  const settings = testEnvironment({
    APP_URL: url,
    PORT: String(port),
    DATABASE_URL: address,
    LOG_LEVEL: 'error',
  })
  const start = async () => {
    const child = fork(fileURLToPath(new URL('../setup/built-site.mjs', import.meta.url)), {
      env: { ...process.env, ...settings },
      // As `npm start` sets it, and without what runs this very program: a loader of TypeScript takes eighty megabytes.
      execArgv: startFlags(),
    })
    await new Promise((resolve, reject) => {
      child.once('message', resolve)
      child.once('exit', (code) => reject(new Error(`the site ended with exit code ${code}`)))
    })
    return child
  }
  const end = (child: Awaited<ReturnType<typeof start>>) =>
    new Promise<void>((resolve) => {
      child.once('exit', () => resolve())
      child.disconnect()
    })

  // The static files are listed when the server starts: a first start to learn the lesson's size, a second one to measure.
  const first = await start()
  const size = brotliCompressSync(await (await fetch(url + lesson)).text()).length
  await end(first)
  const staticFile = `/assets/bench-${randomBytes(6).toString('hex')}.bin`
  const file = path.resolve(`build/client${staticFile}`)
  writeFileSync(file, randomBytes(size))
  let child = await start()

  const post = (address: string, fields: Record<string, string>, cookie = '') =>
    fetch(url + address, {
      method: 'POST',
      body: new URLSearchParams(fields),
      redirect: 'manual',
      headers: { 'Sec-Fetch-Site': 'same-origin', Origin: url, Cookie: cookie },
    })

  return {
    url,
    databaseUrl: address,
    staticFile,
    memory: async () => {
      const text = await (await fetch(`${url}/metrics`)).text()
      return Math.round(Number(/^process_resident_memory_bytes (\S+)/m.exec(text)?.[1]) / 1e6)
    },
    etag: async (address) => (await fetch(url + address)).headers.get('etag')!,
    signIn: async (userName) => {
      const answer = await post('/nl/sign-in', { email: userName, password: 'leerkring-demo' })
      const cookie = answer.headers.getSetCookie().find((each) => each.startsWith('__Host-session='))
      if (!cookie) throw new Error('signing in failed')
      return cookie.split(';')[0]!
    },
    post: async (address, fields, cookie) => {
      const answer = await post(address, fields, cookie)
      if (answer.status !== 303) throw new Error(`${address} answered ${answer.status}`)
    },
    restart: async () => {
      await end(child)
      child = await start()
    },
    stop: async () => {
      if (!child.connected) return
      await end(child)
      rmSync(file, { force: true })
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The flags that the start script of package.json gives to Node. */
function startFlags(): string[] {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: { start: string } }
  return scripts.start.split(' ').filter((word) => word.startsWith('--'))
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}
