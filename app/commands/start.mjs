// `npm start`: everything from a fresh checkout to a running site. Needs only Node and npm.
import { build, checkMachine, giveUp, importServer, installDependencies, root } from './tools.mjs'

process.chdir(root)
checkMachine()
installDependencies()
build()

const { serve } = await importServer()
try {
  const { url, stop } = await serve()
  process.stdout.write(`Leerkring is at ${url}\n`)
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void stop().then(() => process.exit(0)))
} catch (error) {
  if (error?.constructor?.name === 'StartError') giveUp(error.message)
  throw error
}
