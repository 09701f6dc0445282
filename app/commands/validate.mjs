// `npm run validate`: types, lint, form, layers, strings and content. One line a step; of what fails, everything it said.
import { spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { bin, checkMachine, generate, installDependencies, root } from './tools.mjs'

process.chdir(root)
checkMachine()
installDependencies()
generate()

const tsx = bin('tsx/dist/cli.mjs')

// The longest first, so that the short ones fill what is left beside them.
const steps = [
  ['lint', [bin('eslint/bin/eslint.js'), '.', '--max-warnings=0']],
  ['types', [bin('typescript/bin/tsc'), '--noEmit']],
  ['form', [bin('prettier/bin/prettier.cjs'), '--check', '--log-level=warn', '.']],
  [
    'layers',
    [
      bin('dependency-cruiser/bin/dependency-cruise.mjs'),
      '--config',
      '.dependency-cruiser.cjs',
      '--output-type',
      'err',
      'app',
      'prisma/seed',
      'tests',
    ],
  ],
  ['content', [tsx, 'app/commands/content-check.ts', '--errors']],
  ['locales', [tsx, 'app/commands/locales-check.ts']],
]

/** Runs one step. @returns whether it was all right */
function run([name, args]) {
  const begin = Date.now()
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, FORCE_COLOR: process.stdout.isTTY ? '1' : '0' },
  })
  let said = ''
  child.stdout.on('data', (chunk) => (said += chunk))
  child.stderr.on('data', (chunk) => (said += chunk))
  return new Promise((resolve) => {
    child.once('close', (code) => {
      const seconds = Math.round((Date.now() - begin) / 1000)
      process.stdout.write(`${code === 0 ? 'ok  ' : 'FAIL'}  ${name} (${seconds} s)\n${code === 0 ? '' : said}`)
      resolve(code === 0)
    })
  })
}

const waiting = [...steps]
let failed = 0
async function worker() {
  for (let step = waiting.shift(); step; step = waiting.shift()) if (!(await run(step))) failed += 1
}
await Promise.all(Array.from({ length: Math.max(2, Math.min(4, availableParallelism())) }, worker))
process.stdout.write(failed === 0 ? 'All is well.\n' : `${failed} of ${steps.length} steps failed.\n`)
process.exitCode = failed === 0 ? 0 : 1
