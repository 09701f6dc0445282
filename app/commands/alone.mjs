import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** A process makes its folder and then writes who it is: between the two it is given this long. */
const patienceMs = 5_000
const onceMoreMs = 200

/**
 * Does something that only one process at a time may do; the others wait until it has ended, one way or another.
 * @param lock a folder that stands there meanwhile
 * @param work what to do; it looks itself whether somebody else has done it already
 * @param onWait called once when there is somebody to wait for
 */
export function alone(lock, work, onWait = () => {}) {
  let waited = false
  while (!take(lock)) {
    if (holderIsGone(lock)) rmSync(lock, { recursive: true, force: true })
    else {
      if (!waited) onWait()
      waited = true
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, onceMoreMs)
    }
  }
  try {
    return work()
  } finally {
    rmSync(lock, { recursive: true, force: true })
  }
}

function take(lock) {
  try {
    mkdirSync(path.dirname(lock), { recursive: true })
    mkdirSync(lock)
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  }
  writeFileSync(path.join(lock, 'process'), String(process.pid))
  return true
}

function holderIsGone(lock) {
  const made = statSync(lock, { throwIfNoEntry: false })
  if (!made) return false
  let holder
  try {
    holder = Number(readFileSync(path.join(lock, 'process'), 'utf8'))
  } catch {
    holder = 0
  }
  if (!(holder > 0)) return Date.now() - made.mtimeMs > patienceMs
  try {
    process.kill(holder, 0)
    return false
  } catch (error) {
    // Somebody else's process may not be asked, but it is there.
    return error.code === 'ESRCH'
  }
}
