// `npm run validate`: everything that can be said of the code without running it.
import { spawn } from 'node:child_process'
import { bin, checkMachine, generate, installDependencies, root } from './tools.mjs'

process.chdir(root)
checkMachine()
installDependencies()
generate()

const tsx = bin('tsx/dist/cli.mjs')
const steps = {
  types: [bin('typescript/bin/tsc'), '--noEmit'],
  lint: [bin('eslint/bin/eslint.js'), '.', '--max-warnings', '0'],
  layers: [bin('dependency-cruiser/bin/dependency-cruise.mjs'), '--config', '.dependency-cruiser.cjs', 'app', 'prisma', 'tests'],
  format: [bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.'],
  locales: [tsx, 'app/commands/locales-check.ts'],
  content: [tsx, 'app/commands/content-check.ts', '--errors'],
}

/** Runs one step; what it printed is shown only when it failed. */
function check([name, args]) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
    child.once('close', (code) => {
      process.stdout.write(code === 0 ? `${name}: ok\n` : `${output}\n${name}: FAILED\n`)
      resolve(code === 0)
    })
  })
}

// Two at a time: more would only wait for each other on a machine with two processors.
const queue = Object.entries(steps)
let allHold = true
const work = async () => {
  for (let step = queue.shift(); step; step = queue.shift()) allHold = (await check(step)) && allHold
}
await Promise.all([work(), work()])
process.exitCode = allHold ? 0 : 1
