import { spawn } from 'node:child_process'
import { createReadStream } from 'node:fs'
import { connect } from 'node:net'
import { env } from '~/platform/env/env.server'
import { log } from '~/platform/log/log.server'
import { MediaFault } from './media-fault'

const patienceMs = 2 * 60_000

/**
 * Has a file looked at by the virus scanner of this installation, if it has one.
 * @throws MediaFault `mediaVirus` for a file that is not clean, `mediaNotScanned` when the scanner gives no verdict: a file that
 * nobody looked at is not taken
 */
export async function scan(path: string, { command, url } = env().scan): Promise<void> {
  if (command) await scanByCommand(command, path)
  if (url) await scanByClamd(new URL(url), path)
}

/**
 * The program gets the path as its last argument. It ends as the scanners of ClamAV do: with 0 for a clean file and with 1 for one
 * that is not; with anything else it could not look. No shell reads the command.
 */
function scanByCommand(command: string, path: string): Promise<void> {
  const [program = '', ...given] = command.trim().split(/\s+/)
  return new Promise((resolve, reject) => {
    const child = spawn(program, [...given, path], { stdio: 'ignore', timeout: patienceMs, killSignal: 'SIGKILL' })
    child.once('error', (error) => reject(notScanned(`the scanner did not start: ${error.message}`)))
    child.once('exit', (code, signal) => {
      if (code === 0) resolve()
      else if (code === 1) reject(new MediaFault('mediaVirus'))
      else reject(notScanned(code === null ? `the scanner was ended by ${signal}` : `the scanner ended with ${code}`))
    })
  })
}

/** Who runs the site has to know: until the scanner answers, nobody can upload anything. */
function notScanned(reason: string): MediaFault {
  log().error({ reason }, 'a file could not be scanned')
  return new MediaFault('mediaNotScanned')
}

/** Speaks clamd's INSTREAM: pieces with their length in front, then a length of nothing; one line comes back. */
function scanByClamd(url: URL, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: url.hostname.replace(/^\[|\]$/g, ''), port: Number(url.port) })
    const file = createReadStream(path, { highWaterMark: 64 * 1024 })
    let said = ''
    let isOver = false
    const end = (fault?: MediaFault) => {
      isOver = true
      file.destroy()
      socket.destroy()
      if (fault) reject(fault)
      else resolve()
    }
    const unknown = (reason: string) => {
      if (!isOver) end(notScanned(reason))
    }
    socket.setTimeout(patienceMs, () => unknown('clamd gave no answer in time'))
    socket.once('error', (error) => unknown(`clamd: ${error.message}`))
    file.once('error', (error) => unknown(error.message))
    socket.once('connect', () => {
      socket.write('zINSTREAM\0')
      file.on('data', (piece) => {
        const length = Buffer.alloc(4)
        length.writeUInt32BE(piece.length)
        socket.write(length)
        if (!socket.write(piece)) {
          file.pause()
          socket.once('drain', () => file.resume())
        }
      })
      file.once('end', () => socket.write(Buffer.alloc(4)))
    })
    socket.setEncoding('latin1').on('data', (text: string) => {
      said = (said + text).slice(0, 1000)
      if (!said.includes('\0') && !said.includes('\n')) return
      if (/^stream: OK[\0\n]/.test(said)) end()
      else if (/^stream: .* FOUND[\0\n]/.test(said)) end(new MediaFault('mediaVirus'))
      else unknown(`clamd said ${JSON.stringify(said)}`)
    })
    socket.once('close', () => unknown('clamd closed the connection'))
  })
}
