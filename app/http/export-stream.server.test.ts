import { expect, test } from 'vitest'
import { exportStream } from './export-stream.server'

function given() {
  const aborting = new AbortController()
  const told = { freed: 0, closed: false, asked: 0 }
  async function* bytes(pieces: number, fault?: Error) {
    try {
      for (let piece = 0; piece < pieces; piece += 1) {
        told.asked += 1
        yield await Promise.resolve(new Uint8Array([piece]))
      }
      if (fault) throw fault
    } finally {
      told.closed = true
    }
  }
  return { aborting, told, bytes, options: { free: () => void (told.freed += 1), signal: aborting.signal } }
}

async function readAll(stream: ReturnType<typeof exportStream>): Promise<number[]> {
  const all: number[] = []
  for await (const piece of stream) all.push(...piece)
  return all
}

test('hands all of it on, and gives its place back', async () => {
  const { bytes, options, told } = given()
  expect(await readAll(exportStream(bytes(3), options))).toEqual([0, 1, 2])
  expect(told.freed).toBeGreaterThan(0)
})

test('begins nothing before it is read, and asks for no more than is read', async () => {
  const { bytes, options, told } = given()
  const stream = exportStream(bytes(9), options)
  await new Promise(setImmediate)
  expect(told.asked).toBe(0)
  const reader = stream.getReader()
  await reader.read()
  await new Promise(setImmediate)
  expect(told.asked).toBe(1)
  await reader.cancel()
  expect([told.asked, told.closed]).toEqual([1, true])
  expect(told.freed).toBeGreaterThan(0)
})

test('breaks off with a fault, so that what was read does not end like a file', async () => {
  const { bytes, options, told } = given()
  await expect(readAll(exportStream(bytes(2, new Error('the database went away')), options))).rejects.toThrow('the database went away')
  expect(told.freed).toBeGreaterThan(0)
})

test('stops when the connection is closed, also before anything was read', async () => {
  const late = given()
  const reader = exportStream(late.bytes(9), late.options).getReader()
  await reader.read()
  late.aborting.abort()
  await expect(reader.read()).rejects.toThrow('closed')
  expect([late.told.asked, late.told.closed]).toEqual([1, true])
  const early = given()
  early.aborting.abort()
  await expect(readAll(exportStream(early.bytes(9), early.options))).rejects.toThrow('closed')
  expect([early.told.asked, early.told.freed > 0]).toEqual([0, true])
})

test('does not wait for ever for a browser that takes nothing', async () => {
  const { bytes, options, told } = given()
  const reader = exportStream(bytes(9), options, 1).getReader()
  await reader.read()
  await expect(reader.closed).rejects.toThrow('Nobody takes the file any more')
  expect(told.closed).toBe(true)
  expect(told.freed).toBeGreaterThan(0)
})
