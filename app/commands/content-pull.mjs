// `npm run content:pull`: writes the translations that were uploaded at the site into content/, for git.
import { build, checkMachine, giveUp, importServer, installDependencies, root } from './tools.mjs'

process.chdir(root)
checkMachine()
installDependencies()
build()

const { pullUploads, closeDatabase } = await importServer()
try {
  await pullUploads()
  await closeDatabase()
} catch (error) {
  if (error?.constructor?.name === 'StartError') giveUp(error.message)
  throw error
}
