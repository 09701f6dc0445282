import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { dutchText, projectFolder, translatedText } from './testing'

const project = fileURLToPath(new URL('../../', import.meta.url))
const tsx = createRequire(import.meta.url).resolve('tsx')

function run(root: string, command: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', tsx, path.join(project, 'app/commands', `${command}.ts`), ...args],
    {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, TSX_TSCONFIG_PATH: path.join(project, 'tsconfig.json') },
    },
  )
  return { status, stdout, stderr }
}

describe('the commands', { timeout: 30_000 }, () => {
  it('check, build and stamp sound content', () => {
    const root = projectFolder({ 'demo/first/en.md': translatedText('First.\n') })
    const check = run(root, 'content-check')
    expect(check).toMatchObject({ status: 0, stderr: '' })
    expect(check.stdout).toContain('content/courses/demo/first/en.md:4: notice: stale')
    expect(check.stdout).toMatch(/demo +en +1\/2 +1 +1 +1 +0 +1 +missing/)
    expect(run(root, 'content-stamp', 'en', 'demo/first').stdout).toMatch(/en\.md: 0123456789ab → [0-9a-f]{12}\n$/)
    expect(run(root, 'content-build')).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('content: 1 courses, 2 lessons, 0 files'),
    })
    expect(existsSync(path.join(root, 'build/content/catalogue.json'))).toBe(true)
  })

  it('fail on an error, say where it is, and build nothing', () => {
    const root = projectFolder({ 'demo/first/nl.md': dutchText('x\n\n# Kop\n') })
    const check = run(root, 'content-check', '--errors')
    expect(check.status).toBe(1)
    expect(check.stdout).toMatch(/^content\/courses\/demo\/first\/nl\.md:7: heading out of order/)
    const build = run(root, 'content-build')
    expect(build.status).toBe(1)
    expect(build.stderr).toContain('content/courses/demo/first/nl.md:7: heading out of order')
    expect(existsSync(path.join(root, 'build'))).toBe(false)
    expect(run(root, 'content-stamp', 'en', 'demo/third')).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('there is no'),
    })
  })
})
