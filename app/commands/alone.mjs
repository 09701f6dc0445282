import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** A process makes its folder and then writes who it is: between the two it is given this long. */
const patienceMs = 5_000
const onceMoreMs = 200
/** Longer than any build takes: who waits for more waits for something that will not come. */
const longestMs = 15 * 60_000

/**
 * Does something that only one process at a time may do; the others wait until it has ended, one way or another.
 * @param lock a folder that stands there meanwhile
 * @param work what to do; it looks itself whether somebody else has done it already
 * @param onWait called once when there is somebody to wait for
 * @throws when the others are not ready after a quarter of an hour
 */
export function alone(lock, work, onWait = () => {}) {
  const begin = Date.now()
  let waited = false
  while (!take(lock)) {
    const holder = holderOf(lock)
    if (isGone(lock, holder)) removeStale(lock, holder)
    else {
      if (!waited) onWait()
      waited = true
      if (Date.now() - begin > longestMs) throw new Error(`Another process (${holder}) holds ${lock}; remove that folder if there is none.`)
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, onceMoreMs)
    }
  }
  const release = () => rmSync(lock, { recursive: true, force: true })
  // Work that fails may end the process at once.
  process.once('exit', release)
  try {
    return work()
  } finally {
    process.removeListener('exit', release)
    release()
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

/** Number of the process that holds a lock; 0 while nobody wrote it down. */
function holderOf(lock) {
  try {
    return Number(readFileSync(path.join(lock, 'process'), 'utf8'))
  } catch {
    return 0
  }
}

function isGone(lock, holder) {
  const made = statSync(lock, { throwIfNoEntry: false })
  if (!made) return false
  if (!(holder > 0)) return Date.now() - made.mtimeMs > patienceMs
  // In a container numbers come back: one with our own number was here before us.
  if (holder === process.pid) return true
  try {
    process.kill(holder, 0)
    return false
  } catch (error) {
    // Somebody else's process may not be asked, but it is there.
    return error.code === 'ESRCH'
  }
}

/** Takes a lock away whose holder is gone, and not one that somebody took meanwhile. */
function removeStale(lock, holder) {
  const aside = `${lock}-${process.pid}`
  try {
    renameSync(lock, aside)
    if (holderOf(aside) === holder) rmSync(aside, { recursive: true, force: true })
    else renameSync(aside, lock)
  } catch (error) {
    // Another one was first.
    if (error.code !== 'ENOENT' && error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error
  }
}
