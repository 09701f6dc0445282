import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'

const folder = mkdtempSync(path.join(tmpdir(), 'leerkring-alone-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A process that adds a line when its work begins and one when it ends. */
function worker(lock: string, log: string): Promise<number | null> {
  const program = `
    import { appendFileSync } from 'node:fs'
    import { alone } from ${JSON.stringify(new URL('./alone.mjs', import.meta.url).href)}
    alone(${JSON.stringify(lock)}, () => {
      appendFileSync(${JSON.stringify(log)}, 'begin ' + process.pid + '\\n')
      for (const until = Date.now() + 30; Date.now() < until;);
      appendFileSync(${JSON.stringify(log)}, 'end ' + process.pid + '\\n')
    })`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], { stdio: 'inherit' })
  return new Promise((resolve) => child.once('exit', resolve))
}

describe('alone', () => {
  it('lets one process at a time work', async () => {
    const [lock, log] = [path.join(folder, 'one'), path.join(folder, 'one.log')]
    expect(await Promise.all([worker(lock, log), worker(lock, log), worker(lock, log)])).toEqual([0, 0, 0])
    const lines = readFileSync(log, 'utf8').trim().split('\n')
    expect(lines).toHaveLength(6)
    for (let at = 0; at < 6; at += 2) expect(lines[at + 1]).toBe(lines[at]!.replace('begin', 'end'))
  })

  it('does not wait for a process that is gone', async () => {
    const [lock, log] = [path.join(folder, 'gone'), path.join(folder, 'gone.log')]
    const ended = spawn(process.execPath, ['--eval', ''])
    await new Promise((resolve) => ended.once('exit', resolve))
    mkdirSync(lock)
    writeFileSync(path.join(lock, 'process'), String(ended.pid))
    expect(await worker(lock, log)).toBe(0)
  })
})
