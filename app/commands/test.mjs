// `npm test`: everything, from a fresh checkout with only Node and npm. Installs, builds, finds a browser and PostgreSQL, and
// runs the tests. `npm test -- unit`, `-- integration` or `-- e2e` runs one part; what follows goes to its runner.
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { findBrowser } from './find-browser.mjs'
import { startPostgresql } from './throw-away-postgresql.mjs'
import { bin, build, checkMachine, generate, giveUp, installDependencies, root } from './tools.mjs'

const parts = ['unit', 'integration', 'e2e']
const [first, ...rest] = process.argv.slice(2)
const asked = first === undefined ? parts : parts.filter((part) => part === first)
if (asked.length === 0) giveUp(`There is no part "${first}": npm test -- [${parts.join(' | ')}] [arguments for its runner].`)

process.chdir(root)
checkMachine()
installDependencies()
// Unit tests need no built site; a part that is run alone waits for no more than it needs.
if (asked.length === 1 && asked[0] === 'unit') generate()
else build()

const folder = mkdtempSync(path.join(tmpdir(), 'leerkring-run-'))
const children = new Set()
let postgresql
let stopped = false

/** Leaves nothing behind, however the run ends. */
function tidy() {
  for (const child of children) child.kill('SIGTERM')
  postgresql?.stop()
  postgresql = undefined
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
}
process.once('exit', tidy)
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    if (stopped) return
    stopped = true
    // The runners get the signal as well and clean up what is theirs; then this process ends and cleans up its own.
    for (const child of children) child.kill(signal)
    setTimeout(() => process.exit(130), children.size > 0 ? 5000 : 0).unref()
    void Promise.all([...children].map((child) => new Promise((resolve) => child.once('close', resolve)))).then(() => process.exit(130))
  })
}

const total = { passed: 0, failed: 0, skipped: 0 }
const remarks = []

/** Runs one part and adds up what its runner counted. A runner that ends without a count is a failure by itself. */
async function part(name, args, env, count) {
  if (stopped) return
  process.stdout.write(`\n── ${name}\n`)
  const report = path.join(folder, `${name.replace(/\W+/g, '-')}.json`)
  const begin = Date.now()
  const child = spawn(process.execPath, args(report), { cwd: root, stdio: 'inherit', env: { ...process.env, ...env(report) } })
  children.add(child)
  const code = await new Promise((resolve) => {
    child.once('close', resolve)
    child.once('error', () => resolve(1))
  })
  children.delete(child)
  const counted = readCount(report, count)
  if (!counted) remarks.push(`${name}: the runner ended without a count (exit code ${code})`)
  else if (code !== 0 && counted.failed === 0) remarks.push(`${name}: something failed outside the tests (exit code ${code})`)
  const { passed, failed, skipped } = counted ?? { passed: 0, failed: 0, skipped: 0 }
  total.passed += passed
  total.failed += failed > 0 ? failed : code === 0 && counted ? 0 : 1
  total.skipped += skipped
  if (skipped > 0) remarks.push(`${name}: ${skipped} skipped`)
  remarks.push(`${name}: ${passed} passed, ${failed} failed, ${Math.round((Date.now() - begin) / 1000)} s`)
}

function readCount(report, count) {
  if (!existsSync(report)) return null
  try {
    return count(JSON.parse(readFileSync(report, 'utf8')))
  } catch {
    return null
  }
}

/** A file that cannot even be loaded has no tests in the count, and stands there as a failed suite. */
function countVitest({ numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults }) {
  const broken = testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'),
  ).length
  return { passed: numPassedTests, failed: numFailedTests + broken, skipped: numPendingTests + numTodoTests }
}

function countPlaywright({ stats, errors }) {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length, skipped: stats.skipped }
}

function vitest(name, project, env = {}) {
  const args = (report) => [
    bin('vitest/vitest.mjs'),
    'run',
    '--config=tests/setup/vitest.config.ts',
    `--project=${project}`,
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...(asked.length === 1 ? rest : []),
  ]
  return part(name, args, () => ({ NODE_ENV: 'test', ...env }), countVitest)
}

function playwright(browser) {
  const args = () => [
    bin('@playwright/test/cli.js'),
    'test',
    '--config=tests/setup/playwright.config.ts',
    ...(asked.length === 1 ? rest : []),
  ]
  const env = (report) => ({ NODE_ENV: 'test', PLAYWRIGHT_JSON_OUTPUT_FILE: report, ...(browser ? { CHROMIUM_PATH: browser } : {}) })
  return part('end to end', args, env, countPlaywright)
}

const browser = asked.includes('e2e') ? findBrowser() : undefined

if (asked.includes('unit')) await vitest('unit', 'unit')
if (asked.includes('integration')) {
  await vitest('integration on SQLite', 'integration-sqlite')
  postgresql = await startPostgresql()
  if (postgresql.url) await vitest('integration on PostgreSQL', 'integration-postgresql', { TEST_POSTGRESQL_URL: postgresql.url })
  else if (process.env.CI === 'true') {
    remarks.push(postgresql.why)
    total.failed += 1
  } else remarks.push(postgresql.why)
}
if (asked.includes('e2e')) await playwright(browser)

if (!stopped) {
  tidy()
  process.stdout.write(`\n${remarks.join('\n')}\n`)
  if (total.skipped > 0) process.stdout.write(`${total.skipped} tests were skipped.\n`)
  process.stdout.write(`tests: ${total.passed} passed, ${total.failed} failed\n`)
  process.exitCode = total.failed > 0 ? 1 : 0
}
