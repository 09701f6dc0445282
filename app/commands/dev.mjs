// `npm run dev`: the site while it is being worked on. A change shows at the next request, one in /content as well.
import { spawn } from 'node:child_process'
import { watch } from 'node:fs'
import path from 'node:path'
import { bin, checkMachine, compileContent, generate, giveUp, installDependencies, root } from './tools.mjs'

process.chdir(root)
process.env.NODE_ENV = 'development'
checkMachine()
installDependencies()
generate()
compileContent()

const { default: express } = await import('express')
const { register } = await import('prom-client')
const { createServer } = await import('vite')

const vite = await createServer({ server: { middlewareMode: true }, appType: 'custom' })
const entry = path.join(root, 'app/server/index.ts')

const prepared = await vite.ssrLoadModule(entry)
try {
  await prepared.prepare()
} catch (error) {
  if (error?.constructor?.name === 'StartError') giveUp(error.message)
  throw error
}

let current

/** The site as the files are now; made anew, with its kept pages, when one of them or the content has changed. */
async function site() {
  // A module that is loaded again defines its figures again.
  const known = current?.module
  if (known && !(await isFresh())) register.clear()
  const module = await vite.ssrLoadModule(entry)
  if (module !== known || !current.app) current = { module, app: module.createApp() }
  return current.app
}

/** Whether Vite would hand out the module that it handed out before. */
async function isFresh() {
  const node = await vite.moduleGraph.getModuleByUrl(entry, true)
  return node?.ssrModule === current.module
}

const app = express()
app.disable('x-powered-by')
app.use(vite.middlewares)
app.use(async (request, response, next) => {
  try {
    const now = await site()
    now(request, response, next)
  } catch (error) {
    vite.ssrFixStacktrace(error)
    process.stderr.write(`${error.stack}\n`)
    response.status(500).type('text/plain').send(`${error.stack}\n`)
  }
})

let timer
watch('content', { recursive: true }, () => {
  clearTimeout(timer)
  timer = setTimeout(() => {
    // What is wrong with the content is printed; the site goes on with what it had.
    spawn(process.execPath, [bin('tsx/dist/cli.mjs'), 'app/commands/content-build.ts'], { stdio: 'inherit' }).once('close', (code) => {
      if (code === 0 && current) current.app = undefined
    })
  }, 200)
})

const port = Number(process.env.PORT || 3000)
app
  .listen(port, process.env.HOST || 'localhost', () => process.stdout.write(`Leerkring is at http://localhost:${port}\n`))
  .once('error', (error) =>
    giveUp(error.code === 'EADDRINUSE' ? `Port ${port} is taken; choose another one with PORT=3001 npm run dev.` : error.message),
  )
