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
    expect(run(root, 'content-stamp', 'en', 'demo/first').stdout).toMatch(
      /en\.md: 0123456789ab → [0-9a-f]{12}\ncontent\/sources: 1 kept, 0 dropped\n$/,
    )
    expect(run(root, 'content-build')).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('content: 1 courses, 2 lessons, 0 items, 7 files'),
    })
    expect(existsSync(path.join(root, 'build/content/catalogue.json'))).toBe(true)
  })

  it('check how easy the Dutch is to read, and say it of each text when asked', () => {
    const hard = dutchText('Verantwoordelijkheid waarnemen veroorzaakt onduidelijkheid.\n\n'.repeat(25))
    const sound = run(projectFolder(), 'content-check', '--readability')
    expect(sound.status).toBe(0)
    expect(sound.stdout).toMatch(/^content\/courses\/demo\/first\/nl\.md +B1 +4 +3 +1\.3 +2 +\d+\.\d$/m)
    expect(sound.stdout).toMatch(/^demo +nl +2\/2 .* 3 +source$/m)
    const fault = run(projectFolder({ 'demo/first/nl.md': hard }), 'content-check', '--errors')
    expect(fault.status).toBe(1)
    expect(fault.stdout).toMatch(/^content\/courses\/demo\/first\/nl\.md:1: too hard for B1: Flesch-Douma/)
    expect(fault.stdout).not.toContain('flesch-douma')
  })

  it('pass where a word is only avoided, and fail where a list of terms is wrong', () => {
    const list = (id: string) => `- id: ${id}\n  nl: eer\n  word: honour\n  why: y\n  avoid: [shame]\n`
    const lists = Object.fromEntries(['en', 'tr', 'ar', 'so', 'ti', 'fa'].map((code) => [`../terms/${code}.yaml`, list('honour')]))
    const files = { ...lists, 'demo/first/en.md': translatedText('No shame.\n') }
    const sound = run(projectFolder(files), 'content-check')
    expect(sound.stdout).toContain('content/courses/demo/first/en.md:7: notice: avoided word “shame” for `honour` (use “honour”)')
    expect(sound.status).toBe(0)
    const fault = run(projectFolder({ ...files, '../terms/so.yaml': list('eer') }), 'content-check', '--errors')
    expect(fault.stdout).toContain('content/terms/so.yaml:1: unknown id `eer`')
    expect(fault.status).toBe(1)
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
