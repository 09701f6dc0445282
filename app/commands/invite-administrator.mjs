// `npm run invite-administrator`: prints an address, good for one new administrator, within thirty days.
import { build, checkMachine, giveUp, importServer, installDependencies, root } from './tools.mjs'

process.chdir(root)
checkMachine()
installDependencies()
build()

const { inviteAdministrator, closeDatabase } = await importServer()
try {
  process.stdout.write(`Open this address to become administrator (it works once, for thirty days):\n${await inviteAdministrator()}\n`)
  await closeDatabase()
} catch (error) {
  if (error?.constructor?.name === 'StartError') giveUp(error.message)
  throw error
}
