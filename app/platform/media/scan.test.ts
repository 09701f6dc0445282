import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { randomBytes } from 'node:crypto'
import { afterAll, describe, expect, it, onTestFinished } from 'vitest'
import { scan } from './scan.server'

const folder = mkdtempSync(path.join(tmpdir(), 'leerkring-scan-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function inFile(name: string, content: string | Buffer): string {
  const file = path.join(folder, name)
  writeFileSync(file, content)
  return file
}

const clean = inFile('clean', randomBytes(400_000))
const bad = inFile('bad', Buffer.concat([randomBytes(200_000), Buffer.from('EVIL-TEST'), randomBytes(100)]))

function script(name: string, lines: string): string {
  const file = inFile(name, `#!/bin/sh\n${lines}\n`)
  chmodSync(file, 0o755)
  return file
}

const codeOf = (work: Promise<void>) =>
  work.then(
    () => 'clean',
    (error: { code?: string }) => error.code,
  )

describe('a program that scans', () => {
  const grep = script('scanner', 'grep -q EVIL-TEST "$1" && exit 1\nexit 0')

  it('lets a clean file through, and no other', async () => {
    expect(await codeOf(scan(clean, { command: grep }))).toBe('clean')
    expect(await codeOf(scan(bad, { command: grep }))).toBe('mediaVirus')
  })

  it('may have arguments; no shell reads them', async () => {
    const picky = script('picky', '[ "$1" = "--quiet" ] && [ "$2" = "$(echo x);rm" ] && [ -f "$3" ]')
    expect(await codeOf(scan(clean, { command: `${picky} --quiet $(echo` }))).toBe('mediaVirus')
    const plain = script('plain', '[ "$1" = "--quiet" ] && [ -f "$2" ]')
    expect(await codeOf(scan(clean, { command: `${plain}  --quiet` }))).toBe('clean')
  })

  it('that is not there lets nothing through', async () => {
    expect(await codeOf(scan(clean, { command: path.join(folder, 'missing') }))).toBe('mediaNotScanned')
  })

  it.each([2, 3, 40, 62, 127, 255])('that ends with %i found no virus: it could not look', async (code) => {
    expect(await codeOf(scan(clean, { command: script(`ends-${code}`, `exit ${code}`) }))).toBe('mediaNotScanned')
  })

  it.each(['KILL', 'TERM', 'SEGV'])('that is ended by %s could not look', async (signal) => {
    expect(await codeOf(scan(clean, { command: script(`ended-${signal}`, `kill -${signal} $$`) }))).toBe('mediaNotScanned')
  })
})

/** A small server that speaks clamd's INSTREAM. */
async function clamd(answer: (content: Buffer, socket: Socket) => void): Promise<string> {
  const server: Server = createServer((socket) => {
    let got = Buffer.alloc(0)
    socket.on('error', () => {})
    socket.on('data', (part) => {
      got = Buffer.concat([got, part])
      if (!got.subarray(0, 10).equals(Buffer.from('zINSTREAM\0'))) return
      const content: Buffer[] = []
      for (let at = 10; at + 4 <= got.length;) {
        const length = got.readUInt32BE(at)
        if (length === 0) {
          answer(Buffer.concat(content), socket)
          return
        }
        if (at + 4 + length > got.length) return
        content.push(got.subarray(at + 4, at + 4 + length))
        at += 4 + length
      }
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return `tcp://127.0.0.1:${(server.address() as { port: number }).port}`
}

describe('clamd', () => {
  it('gets the whole file, and its word is taken', async () => {
    let length = 0
    const url = await clamd((content, socket) => {
      length = content.length
      socket.end(content.includes('EVIL-TEST') ? 'stream: Test.Evil FOUND\0' : 'stream: OK\0')
    })
    expect(await codeOf(scan(clean, { url }))).toBe('clean')
    expect(length).toBe(400_000)
    expect(await codeOf(scan(bad, { url }))).toBe('mediaVirus')
  })

  it.each([
    ['a fault', 'INSTREAM size limit exceeded. ERROR\0'],
    ['something else', 'hello\n'],
    ['nothing', ''],
  ])('that says %s lets nothing through', async (_what, said) => {
    const url = await clamd((_content, socket) => socket.end(said))
    expect(await codeOf(scan(clean, { url }))).toBe('mediaNotScanned')
  })

  it('that is not there lets nothing through', async () => {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as { port: number }
    await new Promise((resolve) => server.close(resolve))
    expect(await codeOf(scan(clean, { url: `tcp://127.0.0.1:${port}` }))).toBe('mediaNotScanned')
  })
})

it('without a scanner a file goes on', async () => {
  expect(await codeOf(scan(bad, {}))).toBe('clean')
})
