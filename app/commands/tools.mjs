// What the commands share. Only Node's own modules: nothing is installed yet when they start.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { accessSync, constants, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { alone } from './alone.mjs'

export const root = path.resolve(fileURLToPath(import.meta.url), '../../..')

/** Says one line and ends with exit code 1. */
export function giveUp(line) {
  process.stderr.write(`${line}\n`)
  process.exit(1)
}

/** Stops with one line when Node is too old or the folder cannot be written. */
export function checkMachine() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19)) {
    giveUp(`Leerkring needs Node 20.19 or newer; this is Node ${process.versions.node}.`)
  }
  try {
    for (const folder of [root, 'data', 'build', 'node_modules']) {
      const place = path.resolve(root, folder)
      if (existsSync(place)) accessSync(place, constants.W_OK)
    }
  } catch (error) {
    giveUp(`The folder ${error.path} cannot be written by this account; change its permissions.`)
  }
}

/** Runs a program and shows what it printed only when it fails. */
export function run(program, args, { env = {}, say } = {}) {
  if (say) process.stdout.write(`${say}\n`)
  const result = spawnSync(program, args, { cwd: root, env: { ...process.env, ...env }, encoding: 'utf8', maxBuffer: 1 << 28 })
  if (result.status === 0) return result.stdout
  process.stderr.write(`${result.stdout ?? ''}${result.stderr ?? ''}`)
  return giveUp(`This step failed: ${say ?? [program, ...args].join(' ')}`)
}

const npm = process.env.npm_execpath

/** Installs what package-lock.json names, unless it is there already. */
export function installDependencies() {
  const wanted = createHash('sha256')
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .update(process.version)
    .digest('hex')
  const mark = path.join(root, 'node_modules/.leerkring-installed')
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']
  const say = 'Installing what Leerkring needs (a few minutes the first time) …'
  if (npm) run(process.execPath, [npm, ...args], { say })
  else run('npm', args, { say })
  writeFileSync(mark, wanted)
}

/** A hash of every file that a build is made from: names, sizes and contents. */
function sourceHash(places) {
  const hash = createHash('sha256').update(process.version)
  const visit = (place) => {
    const info = statSync(place, { throwIfNoEntry: false })
    if (!info) return
    if (info.isDirectory()) {
      if (place.endsWith(`${path.sep}generated`)) return
      for (const name of readdirSync(place).sort()) visit(path.join(place, name))
    } else {
      hash.update(`${path.relative(root, place)}\0${info.size}\0`).update(readFileSync(place))
    }
  }
  for (const place of places) visit(path.join(root, place))
  return hash.digest('hex')
}

const sources = [
  'app',
  'content',
  'locales',
  'prisma',
  'public',
  'tests/factories',
  'package-lock.json',
  'vite.config.ts',
  'remix.config.js',
  'tsconfig.json',
]

/** Generates, compiles and builds, unless nothing has changed since the last time. */
export function build() {
  const mark = path.join(root, 'build/source-hash')
  const wanted = sourceHash(sources)
  const isBuilt = () => existsSync(mark) && readFileSync(mark, 'utf8') === wanted
  if (isBuilt()) return
  // Two commands that are started together would build into each other's folder.
  alone(
    path.join(root, 'node_modules/.leerkring-building'),
    () => isBuilt() || makeBuild(mark, wanted),
    () => process.stdout.write('Another command is building the site: waiting for it …\n'),
  )
}

function makeBuild(mark, wanted) {
  // A build that is broken off must not pass for a whole one.
  rmSync(mark, { force: true })
  generate()
  run(process.execPath, [bin('@remix-run/dev/dist/cli.js'), 'vite:build', '--logLevel', 'warn'], {
    say: 'Building the site …',
    env: { NODE_ENV: 'production' },
  })
  compileContent()
  run(process.execPath, ['app/commands/publish-files.mjs'])
  mkdirSync(path.dirname(mark), { recursive: true })
  writeFileSync(mark, wanted)
}

/** Makes the database clients, when the schema has changed. */
export function generate() {
  const mark = path.join(root, 'app/platform/db/generated/source-hash')
  const wanted = sourceHash(['prisma/schema.prisma', 'package-lock.json'])
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return
  run(process.execPath, ['app/commands/db-generate.mjs'], { say: 'Making the database clients …' })
  writeFileSync(mark, wanted)
}

export function compileContent() {
  run(process.execPath, [bin('tsx/dist/cli.mjs'), 'app/commands/content-build.ts'], { say: 'Compiling the lessons …' })
}

/** Path of a file in an installed package. */
export function bin(file) {
  return path.join(root, 'node_modules', file)
}

/** The built server, with what app/server/index.ts hands out. */
export function importServer() {
  process.env.NODE_ENV = 'production'
  return import(pathToFileURL(path.join(root, 'build/server/index.js')).href)
}
