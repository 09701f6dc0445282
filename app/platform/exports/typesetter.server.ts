import { spawn, type ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { textBeside } from './beside.server'

/** One document as the typesetting process takes it. */
export interface Job {
  source: string
  inputs: Record<string, string>
  files: Record<string, string | Uint8Array>
  timestamp: number
  strict: boolean
  /** A picture of the first page instead of a PDF. */
  format?: 'pdf' | 'svg'
}

interface Answer {
  pdf?: Uint8Array
  svg?: string
  problems?: string[]
}

const require = createRequire(import.meta.url)

const compiler = '@myriaddreamin/typst-ts-node-compiler'

/**
 * The only fonts there are, under family names of our own (see `renameFamily` in `typeset-child.mjs`).
 * Arabic and Dari are set in Vazirmatn: Noto Sans Arabic draws the dots of a letter as signs of their own, and typst 0.14 then
 * writes the letter twice into the text that is copied, searched and read aloud (typst issue 4225).
 */
const fontFiles = [
  ['noto-sans', 'NotoSans', 'KringLatn'],
  ['vazirmatn', 'Vazirmatn', 'KringArab'],
  ['noto-sans-ethiopic', 'NotoSansEthiopic', 'KringEthi'],
].flatMap(([folder, file, family]) =>
  ['400Regular', '700Bold'].map((weight) => ({
    path: `@expo-google-fonts/${folder}/${weight}/${file}_${weight}.ttf`,
    family,
  })),
)

/** Where the compiler thinks its files are. Never made: it can read what it is given in memory, and nothing else. */
const root = join(tmpdir(), `leerkring-typeset-${randomUUID()}`)

/**
 * What the process may know of its surroundings: none of the server's secrets, no folder with typst packages, and a
 * proxy that nobody answers, so that a template cannot fetch a package from the internet.
 */
function surroundings(): NodeJS.ProcessEnv {
  const nobody = 'http://127.0.0.1:9'
  return {
    NODE_ENV: 'production',
    // Windows starts no process without it.
    ...(process.env['SystemRoot'] ? { SystemRoot: process.env['SystemRoot'] } : {}),
    XDG_DATA_HOME: root,
    XDG_CACHE_HOME: root,
    HTTP_PROXY: nobody,
    HTTPS_PROXY: nobody,
  }
}

/**
 * Typesets one document after another in a process of its own. Why a process: compiling is native code that cannot
 * be interrupted, and would stop every visitor's page with it; a process can be ended when it takes too long, takes
 * nobody else down when it fails, and gives all its memory (about 100 MB) back once there has been no work for a while.
 */
export class Typesetter {
  #child: ChildProcess | undefined
  #queue: Promise<unknown> = Promise.resolve()
  #idle: NodeJS.Timeout | undefined
  readonly #options: { timeoutMs: number; idleMs: number; env: Record<string, string> }

  constructor({ timeoutMs = 20_000, idleMs = 60_000, env = {} } = {}) {
    this.#options = { timeoutMs, idleMs, env }
  }

  /** The process that works now, for measurements; undefined before the first job and after a while without work. */
  get pid(): number | undefined {
    return this.#child?.pid
  }

  /** Typesets a document once those asked for before it are done. Throws an Error that says what was wrong. */
  typeset(job: Job): Promise<Uint8Array> {
    const result = this.#queue.then(() => this.#run(job))
    this.#queue = result.catch(() => undefined)
    return result
  }

  /** Ends the process; the next job starts another. */
  stop(): void {
    clearTimeout(this.#idle)
    this.#child?.kill('SIGKILL')
    this.#child = undefined
  }

  async #run(job: Job): Promise<Uint8Array> {
    clearTimeout(this.#idle)
    const child = (this.#child ??= await this.#start())
    holdServer(child, true)
    try {
      const { pdf, svg, problems } = await this.#ask(child, job)
      if (svg) return new TextEncoder().encode(svg)
      if (pdf) return new Uint8Array(pdf)
      throw new Error(`The document could not be typeset: ${(problems ?? ['no reason given']).join('; ')}`)
    } finally {
      holdServer(child, false)
      this.#idle = setTimeout(() => this.stop(), this.#options.idleMs).unref()
    }
  }

  async #start(): Promise<ChildProcess> {
    const program = await textBeside(new URL('./typeset-child.mjs', import.meta.url), () => import('./typeset-child.mjs?raw'))
    const child = spawn(process.execPath, ['--expose-gc', '--input-type=module', '--eval', program], {
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      serialization: 'advanced',
      env: { ...surroundings(), ...this.#options.env },
      windowsHide: true,
    })
    child.once('exit', () => {
      if (this.#child === child) this.#child = undefined
    })
    // Without a listener, an error that comes when no job waits would end the server.
    child.on('error', () => undefined)
    const fonts = fontFiles.map(({ path, family }) => ({ path: require.resolve(path), family }))
    child.send({ setup: { compiler: require.resolve(compiler), fonts, root } })
    return child
  }

  #ask(child: ChildProcess, job: Job): Promise<Answer> {
    return new Promise<Answer>((resolve, reject) => {
      const { timeoutMs } = this.#options
      const timer = setTimeout(() => fail(`took longer than ${timeoutMs / 1000} seconds and was stopped`), timeoutMs)
      const onMessage = (answer: unknown) => settle(() => resolve(answer as Answer))
      const onExit = (code: number | null, signal: string | null) => fail(`stopped unexpectedly (${signal ?? `code ${code}`})`)
      const onError = (error: Error) => fail(`could not be reached (${error.message})`)
      const settle = (finish: () => void) => {
        clearTimeout(timer)
        child.off('message', onMessage).off('exit', onExit).off('error', onError)
        finish()
      }
      const fail = (what: string) =>
        settle(() => {
          // Whatever state it is in, the next document deserves a fresh one.
          this.stop()
          reject(new Error(`Typesetting ${what}`))
        })
      child.on('message', onMessage).on('exit', onExit).on('error', onError)
      child.send({ job }, (error) => error && onError(error))
    })
  }
}

/** Only a job that somebody waits for keeps the server (or a test run, or a script) from ending. */
function holdServer(child: ChildProcess, hold: boolean): void {
  if (hold) {
    child.ref()
    child.channel?.ref()
  } else {
    child.unref()
    child.channel?.unref()
  }
}
