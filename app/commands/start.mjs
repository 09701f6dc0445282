// `npm start`: everything from a fresh checkout to a running site. Needs only Node and npm.
import path from 'node:path'
import { build, checkMachine, giveUp, installDependencies, root } from './tools.mjs'

process.chdir(root)
checkMachine()
installDependencies()
build()

process.env.NODE_ENV = 'production'
const { serve } = await import(`file://${path.join(root, 'build/server/index.js').split(path.sep).map(encodeURIComponent).join('/')}`)
try {
  const { url, stop } = await serve()
  process.stdout.write(`Leerkring is at ${url}\n`)
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void stop().then(() => process.exit(0)))
} catch (error) {
  if (error?.constructor?.name === 'StartError') giveUp(error.message)
  throw error
}
