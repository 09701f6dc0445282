// A PostgreSQL server that lives for one run of the tests, in a temporary folder.
import { spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { aptInstall } from './apt.mjs'

const exe = process.platform === 'win32' ? '.exe' : ''
const isRoot = process.getuid?.() === 0

/** Folders in which PostgreSQL's server programs may be, the newest version first. */
function folders() {
  const said = spawnSync('pg_config', ['--bindir'], { encoding: 'utf8' })
  const versions = (folder, rest) =>
    existsSync(folder)
      ? readdirSync(folder)
          .sort((a, b) => b.localeCompare(a, 'en', { numeric: true }))
          .map((name) => path.join(folder, name, rest))
      : []
  return [
    ...(said.status === 0 ? [said.stdout.trim()] : []),
    ...versions('/usr/lib/postgresql', 'bin'),
    ...(process.env.PATH ?? '').split(path.delimiter),
    ...['/opt/homebrew/opt', '/usr/local/opt'].flatMap((folder) => versions(folder, 'bin').filter((name) => name.includes('postgresql'))),
    ...versions('C:\\Program Files\\PostgreSQL', 'bin'),
  ]
}

const findPrograms = () =>
  folders().find((folder) => ['initdb', 'pg_ctl', 'postgres'].every((name) => existsSync(path.join(folder, name + exe))))

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
}

/**
 * Starts a server, unless TEST_POSTGRESQL_URL names one that runs already.
 * @returns its address and how to stop it (at once, so that it can be called while a process ends); without an address `why`
 *   says in one line what is missing
 */
export async function startPostgresql() {
  const stop = () => {}
  if (process.env.TEST_POSTGRESQL_URL) return { url: process.env.TEST_POSTGRESQL_URL, stop }
  let programs = findPrograms()
  if (!programs && process.env.CI === 'true' && aptInstall(['postgresql'])) programs = findPrograms()
  if (!programs)
    return {
      stop,
      why: 'integration on PostgreSQL: skipped, since PostgreSQL is not on this machine (install it, or set TEST_POSTGRESQL_URL).',
    }

  // Not in the folder of the run: its path may be too long for a socket, and this folder belongs to another account.
  const home = mkdtempSync(path.join(tmpdir(), 'leerkring-pg-'))
  const data = path.join(home, 'data')
  const log = path.join(home, 'log')
  mkdirSync(data, { mode: 0o700 })
  const remove = () => rmSync(home, { recursive: true, force: true, maxRetries: 5 })
  // The server refuses to run as root.
  if (isRoot) {
    const [uid, gid] = spawnSync('sh', ['-c', 'id -u postgres && id -g postgres'], { encoding: 'utf8' })
      .stdout.trim()
      .split('\n')
      .map(Number)
    if (!uid) {
      remove()
      return { stop, why: 'integration on PostgreSQL: skipped, since it does not run as root and there is no account "postgres".' }
    }
    for (const folder of [home, data]) chownSync(folder, uid, gid)
  }
  const program = (name, ...args) => {
    const line = [path.join(programs, name + exe), ...args]
    const [command, ...rest] = isRoot ? ['runuser', '-u', 'postgres', '--', ...line] : line
    return spawnSync(command, rest, { cwd: home, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
  }
  const failed = (result) => {
    const said = `${result.stdout ?? ''}${result.stderr ?? ''}${existsSync(log) ? readFileSync(log, 'utf8') : ''}`
    remove()
    return { stop, why: `integration on PostgreSQL: skipped, since its server does not start: ${said.trim().split('\n').at(-1)}` }
  }
  const made = program('initdb', '--pgdata', data, '--username=leerkring', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync')
  if (made.status !== 0) return failed(made)
  const port = await freePort()
  const options = [
    `-p ${port}`,
    '-c listen_addresses=127.0.0.1',
    '-c max_connections=200',
    '-c fsync=off',
    '-c full_page_writes=off',
    '-c synchronous_commit=off',
  ]
  // Windows has no such sockets.
  options.push(`-c unix_socket_directories=${process.platform === 'win32' ? '' : `'${home}'`}`)
  const begun = program('pg_ctl', 'start', '--pgdata', data, '--log', log, '--wait', '--options', options.join(' '))
  if (begun.status !== 0) return failed(begun)
  return {
    url: `postgresql://leerkring@127.0.0.1:${port}/postgres`,
    stop: () => {
      program('pg_ctl', 'stop', '--pgdata', data, '--mode', 'immediate', '--wait')
      remove()
    },
  }
}
