import { createRequire } from 'node:module'
import { Worker } from 'node:worker_threads'
import { textBeside } from '~/platform/exports/beside.server'

/** Bytes of a portion: some thousand lines. Smaller ones make the threads wait for each other more often. */
const portion = 128 * 1024

/** Portions that are read before somebody asks for them. More would only wait in memory. */
const ahead = 4

type Answer =
  | { id: number; lines: Uint8Array; end?: undefined }
  | { id: number; lines?: undefined; end: true; error?: { message: string; code?: string } }

/** A thread, and what is done with the answers to each reading in it. */
interface Thread {
  worker: Worker
  readings: Map<number, (answer: Answer) => void>
}

/**
 * Reads lines of a SQLite database in a thread of its own: reading a million rows takes seconds, in which this thread can work on
 * those that are there already, and serve pages. The thread begins with the first reading and ends after a while without one.
 */
export class SqliteLines {
  #thread: Thread | undefined
  #program: Promise<string> | undefined
  #idle: NodeJS.Timeout | undefined
  #count = 0

  /** @param file absolute path of the database file */
  constructor(
    private readonly file: string,
    private readonly idleMs = 60_000,
  ) {}

  /** Whether there is a thread now, for tests. */
  get running(): boolean {
    return this.#thread !== undefined
  }

  /**
   * Runs one SELECT of one text, as one moment saw it.
   * @returns portions of whole lines, each ended by a line feed; whoever stops early ends the reading
   * @throws what SQLite says is wrong
   */
  async *read(sql: string): AsyncGenerator<Buffer> {
    this.#program ??= textBeside(new URL('./sqlite-lines-thread.mjs', import.meta.url), () => import('./sqlite-lines-thread.mjs?raw'))
    const program = await this.#program
    const thread = (this.#thread ??= this.#start(program))
    const { worker, readings } = thread
    clearTimeout(this.#idle)
    // Only a reading keeps the server (or a test run, or a command) from ending.
    worker.ref()
    const id = (this.#count += 1)
    const answers: Answer[] = []
    let wake = () => {}
    readings.set(id, (answer) => {
      answers.push(answer)
      wake()
    })
    const next = async () => {
      while (answers.length === 0) await new Promise<void>((resolve) => (wake = resolve))
      return answers.shift()!
    }
    let ended = false
    try {
      worker.postMessage({ id, sql })
      for (let asked = 0; asked < ahead; asked += 1) worker.postMessage({ id })
      for (;;) {
        const answer = await next()
        if (answer.end) {
          ended = true
          if (answer.error) throw Object.assign(new Error(answer.error.message), { code: answer.error.code })
          return
        }
        worker.postMessage({ id })
        yield Buffer.from(answer.lines.buffer, answer.lines.byteOffset, answer.lines.length)
      }
    } finally {
      // Who stops early may rely on it that nothing is read any more.
      if (!ended) worker.postMessage({ id, stop: true })
      while (!ended) ended = (await next()).end ?? false
      readings.delete(id)
      if (readings.size === 0) this.#rest(thread)
    }
  }

  /** Ends the thread. Readings under way break off with an error. */
  async close(): Promise<void> {
    clearTimeout(this.#idle)
    const thread = this.#thread
    this.#thread = undefined
    await thread?.worker.terminate()
  }

  #start(program: string): Thread {
    const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(program)}`), {
      workerData: { driver: createRequire(import.meta.url).resolve('better-sqlite3'), file: this.file, portion },
      // Neither the server's secrets nor what loads its modules.
      env: {},
      execArgv: [],
    })
    const thread: Thread = { worker, readings: new Map() }
    const fail = (message: string) => {
      if (this.#thread === thread) this.#thread = undefined
      for (const [id, take] of thread.readings) take({ id, end: true, error: { message } })
    }
    worker.on('message', (answer: Answer) => thread.readings.get(answer.id)?.(answer))
    worker.on('error', (error) => fail(`The thread that reads the database failed: ${error.message}`))
    worker.on('exit', () => fail('The thread that reads the database has ended'))
    return thread
  }

  #rest(thread: Thread): void {
    thread.worker.unref()
    if (thread === this.#thread) this.#idle = setTimeout(() => void this.close(), this.idleMs).unref()
  }
}
