// `npm run bench`: measures the built site and writes docs/benchmarks.md. With names of parts behind it (lessons, library, groups, report) only
// those are measured and printed.
import { spawnSync } from 'node:child_process'
import { findBrowser } from './find-browser.mjs'
import { bin, build, checkMachine, installDependencies, root } from './tools.mjs'

process.chdir(root)
checkMachine()
installDependencies()
build()

const browser = findBrowser()
const env = { ...process.env, NODE_ENV: 'production', ...(browser ? { CHROMIUM_PATH: browser } : {}) }
const { status } = spawnSync(process.execPath, [bin('tsx/dist/cli.mjs'), 'tests/bench/run.ts', ...process.argv.slice(2)], {
  cwd: root,
  env,
  stdio: 'inherit',
})
process.exit(status ?? 1)
