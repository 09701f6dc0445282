// `npm run dev`: the site with every change showing at the next request.
import path from 'node:path'
import { checkMachine, compileContent, generate, giveUp, installDependencies, root } from './tools.mjs'

process.chdir(root)
checkMachine()
installDependencies()
process.env.NODE_ENV = 'development'
generate()
compileContent()

const { default: express } = await import('express')
const { createServer } = await import('vite')
const vite = await createServer({ server: { middlewareMode: true }, appType: 'custom' })
const load = () => vite.ssrLoadModule('/app/server/index.ts')

const contentFolder = path.join(root, 'content')
vite.watcher.add(contentFolder)
vite.watcher.on('all', (_event, file) => {
  if (file.startsWith(contentFolder)) compileContent()
})

try {
  await (await load()).prepare()
} catch (error) {
  if (error?.constructor?.name === 'StartError') giveUp(error.message)
  throw error
}

const app = express()
app.use(vite.middlewares)
app.use(async (request, response, next) => {
  try {
    const { createApp } = await load()
    createApp()(request, response, next)
  } catch (error) {
    vite.ssrFixStacktrace(error)
    next(error)
  }
})
const port = Number(process.env.PORT || 3000)
app.listen(port, () => process.stdout.write(`Leerkring is at http://localhost:${port}, and follows your changes\n`))
