// `npm run report -- --from 2024-01-01 --to 2024-12-31 --by municipality --disclosure public --format xlsx --out FILE`: the report as a file.
import { build, checkMachine, giveUp, importServer, installDependencies, root } from './tools.mjs'

const started = process.cwd()
process.chdir(root)
checkMachine()
installDependencies()
build()

const { writeReport, closeDatabase } = await importServer()
try {
  const fault = await writeReport(process.argv.slice(2), started)
  await closeDatabase()
  if (fault) giveUp(fault)
} catch (error) {
  if (error?.constructor?.name === 'StartError') giveUp(error.message)
  throw error
}
