import { spawn, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export interface Ended {
  code: number | null
  output: string
  errors: string
}

/** Starts `npm run report` with these options, as the build of the site has it, on a database. */
export function startReport(args: string[], env: Record<string, string> = {}): { child: ChildProcess; ended: Promise<Ended> } {
  const command = fileURLToPath(new URL('../../app/commands/report.mjs', import.meta.url))
  const child = spawn(process.execPath, [command, ...args], { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  const texts = { output: '', errors: '' }
  child.stdout.on('data', (piece: Buffer) => (texts.output += String(piece)))
  child.stderr.on('data', (piece: Buffer) => (texts.errors += String(piece)))
  const ended = new Promise<Ended>((resolve) => child.once('close', (code) => resolve({ code, ...texts })))
  return { child, ended }
}

/** The same, until it has ended. */
export function runReport(args: string[], env?: Record<string, string>): Promise<Ended> {
  return startReport(args, env).ended
}
