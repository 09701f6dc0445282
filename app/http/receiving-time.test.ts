import { createServer, type Server } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import express, { type Request } from 'express'
import { afterEach, describe, expect, it } from 'vitest'
import { receivingTime } from './receiving-time.server'

// Senders who are slow on purpose, over a real line. Times are short here; what counts is who is cut off and who is not.

const long = 60_000
let server: Server | undefined
afterEach(() => {
  server?.closeAllConnections()
  server?.close()
})

/** A site that answers with the length of what it got. @returns its port */
async function open(times: { usual?: number; upload?: number; silence?: number }): Promise<number> {
  const app = express()
  app.use(receivingTime((request: Request) => request.path === '/upload', { usual: long, upload: long, silence: long, ...times }))
  app.use((request, response) => {
    let length = 0
    request.on('data', (piece: Buffer) => (length += piece.length))
    request.once('end', () => response.end(`got ${length}`))
  })
  server = createServer(app)
  await new Promise<void>((resolve) => server!.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

/**
 * Sends a body a byte at a time, each a while after the one before, until it is all there or the other side has had enough.
 * @returns the first line of the answer, and its last one
 */
function trickle(port: number, path: string, { bytes, everyMs, sent = bytes }: { bytes: number; everyMs: number; sent?: number }) {
  return new Promise<{ first: string; last: string; whole: boolean }>((resolve) => {
    const socket = connect(port, '127.0.0.1')
    let said = ''
    let count = 0
    socket.write(`POST ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: ${bytes}\r\n\r\n`)
    const timer = setInterval(() => {
      if (count === sent) return
      count += 1
      socket.write('x')
    }, everyMs)
    socket.on('error', () => {})
    socket.on('data', (piece) => (said += String(piece)))
    socket.once('close', () => {
      clearInterval(timer)
      const lines = said.split('\r\n')
      resolve({ first: lines[0] ?? '', last: lines.at(-1) ?? '', whole: count === bytes })
    })
  })
}

describe('the time in which a body has to come', () => {
  it('ends for a form whose bytes come one by one, however long they keep coming', async () => {
    const port = await open({ usual: 300 })
    const answer = await trickle(port, '/form', { bytes: 1_000_000, everyMs: 20 })
    expect(answer).toMatchObject({ first: 'HTTP/1.1 408 Request Timeout', whole: false })
  })

  it('does not end for an upload that keeps coming, slowly as it is', async () => {
    const port = await open({ usual: 50, silence: 5000 })
    expect(await trickle(port, '/upload', { bytes: 30, everyMs: 20 })).toEqual({
      first: 'HTTP/1.1 200 OK',
      last: expect.stringContaining('got 30') as string,
      whole: true,
    })
  })

  it('ends for an upload that stops, and for one that goes on for ever', async () => {
    const stopped = await open({ silence: 200 })
    expect(await trickle(stopped, '/upload', { bytes: 1000, everyMs: 10, sent: 3 })).toMatchObject({
      first: 'HTTP/1.1 408 Request Timeout',
    })
    server?.closeAllConnections()
    server?.close()
    const forEver = await open({ upload: 300 })
    const answer = await trickle(forEver, '/upload', { bytes: 1_000_000, everyMs: 20 })
    expect(answer).toMatchObject({ first: 'HTTP/1.1 408 Request Timeout', whole: false })
  })

  it('is over when the body is there: what follows may take its time', async () => {
    const port = await open({ usual: 200, silence: 200 })
    for (const path of ['/form', '/upload'])
      expect(await trickle(port, path, { bytes: 1, everyMs: 1 })).toMatchObject({ first: 'HTTP/1.1 200 OK', whole: true })
  })
})
