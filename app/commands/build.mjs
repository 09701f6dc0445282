// `npm run build`: the site, ready to be served by `npm start`.
import { build, checkMachine, installDependencies, root } from './tools.mjs'

process.chdir(root)
checkMachine()
installDependencies()
build()
