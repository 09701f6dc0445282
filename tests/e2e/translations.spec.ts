import { fork, spawnSync, type ChildProcess } from 'node:child_process'
import { cpSync, mkdtempSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { po } from 'gettext-parser'
import { testEnvironment } from '../setup/environment'
import { t } from './journey'
import { expect, test } from './site'

// A Dutch text is edited in a copy of content/, and its translation goes the whole way: out of date, to a translator, back, onto
// the site. So this test has a site of its own.

const project = fileURLToPath(new URL('../..', import.meta.url))
const lesson = 'thuis/asking-for-help'
const text = `/nl/manage/content/${lesson}/en`
const dutchBefore = /^## .*\n\n(.+)$/m.exec(readFileSync(path.join(project, `content/courses/${lesson}/nl.md`), 'utf8'))![1]!

interface Edited {
  url: string
  stop: () => Promise<void>
}

/** The built site on a copy of the content in which one Dutch text was edited. */
async function openEditedSite(): Promise<Edited> {
  const root = mkdtempSync(path.join(tmpdir(), 'leerkring-edited-'))
  const remove = () => rmSync(root, { recursive: true, force: true, maxRetries: 3 })
  cpSync(path.join(project, 'content'), path.join(root, 'content'), { recursive: true })
  mkdirSync(path.join(root, 'build'))
  for (const name of ['build/client', 'prisma', 'package.json']) symlinkSync(path.join(project, name), path.join(root, name))
  const file = path.join(root, `content/courses/${lesson}/nl.md`)
  writeFileSync(file, readFileSync(file, 'utf8').replace(dutchBefore, `Kersverse zin. ${dutchBefore}`))
  const tsx = createRequire(import.meta.url).resolve('tsx')
  const built = spawnSync(process.execPath, ['--import', tsx, path.join(project, 'app/commands/content-build.ts')], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, TSX_TSCONFIG_PATH: path.join(project, 'tsconfig.json') },
  })
  expect(built.stderr).not.toContain('errors')
  const environment = testEnvironment({
    DATABASE_URL: `file:${path.join(root, 'leerkring.db')}`,
    MAIL_FOLDER: path.join(root, 'mail'),
    LOG_LEVEL: 'error',
    NODE_ENV: 'production',
  })
  const site: ChildProcess = fork(path.join(project, 'tests/setup/built-site.mjs'), {
    cwd: root,
    execArgv: [],
    stdio: 'inherit',
    env: { ...process.env, ...environment },
  })
  const ended = new Promise<void>((resolve) => site.once('exit', () => resolve()))
  const url = await Promise.race([
    new Promise<string>((resolve) => site.once('message', (message) => resolve(message as string))),
    ended.then(() => Promise.reject(new Error('The site did not start.'))),
  ])
  const stop = async () => {
    site.disconnect()
    await ended
    remove()
  }
  return { url, stop }
}

async function isAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`)).toEqual([])
}

/** The file that was got, filled in by what each Dutch piece becomes, with nothing left to check. */
function filledIn(bytes: Buffer, change: (dutch: string, translation: string) => string): Buffer {
  const file = po.parse(bytes)
  for (const messages of Object.values(file.translations)) {
    for (const entry of Object.values(messages)) {
      if (entry.msgid === '') continue
      entry.msgstr = [change(entry.msgid, entry.msgstr[0] ?? '')]
      if (entry.comments) delete entry.comments.flag
    }
  }
  return po.compile(file)
}

test('an editor sees what changed, sends a file to a translator and puts what comes back on the site', async ({ browser }) => {
  test.setTimeout(180_000)
  const { url, stop } = await openEditedSite()
  const context = await browser.newContext({ baseURL: url })
  const page = await context.newPage()
  const reader = await (await browser.newContext({ baseURL: url })).newPage()
  try {
    await reader.goto(`/en/courses/${lesson}`)
    await expect(reader.getByRole('main')).not.toContainText('Brand new sentence.')

    await page.goto('/nl/sign-in')
    await page.getByLabel(t('accounts:signIn.identifier')).fill('redactie-demo')
    await page.getByLabel(t('accounts:signIn.password'), { exact: true }).fill('leerkring-demo')
    await page.getByRole('button', { name: t('accounts:signIn.button') }).click()
    await expect(page.getByRole('link', { name: t('common:account.signOut') })).toBeVisible()

    await test.step('sees that it is out of date, and what changed', async () => {
      await page.goto(`/nl/manage/content`)
      await page.locator(`a[href="/nl/manage/content/thuis"]`).click()
      await page.locator(`a[href="/nl/manage/content/${lesson}"]`).click()
      await expect(page.getByRole('row', { name: 'English' })).toContainText(t('translations:states.stale'))
      await page.getByRole('link', { name: 'English' }).last().click()
      await expect(page.getByRole('heading', { name: t('translations:changed.title') })).toBeVisible()
      await expect(page.locator('ins')).toContainText('Kersverse zin.')
      await expect(page.locator('ins')).toContainText(t('translations:said.added'))
      await isAccessible(page)
    })

    await test.step('finds it before everything else that is to do in that language', async () => {
      await page.goto(`/nl/manage/content`)
      await page.locator('a[href="/nl/manage/translations/en"]').click()
      await expect(page.getByRole('main').getByRole('table').first().getByRole('link').first()).toHaveAttribute('href', text)
      await page.locator(`a[href="${text}"]`).click()
      await expect(page.getByRole('heading', { name: t('translations:changed.title') })).toBeVisible()
    })

    const bytes = await test.step('gets the file', async () => {
      const address = await page.getByRole('link', { name: t('translations:file.download') }).getAttribute('href')
      const answer = await page.request.get(address!)
      expect(answer.headers()['content-disposition']).toBe(`attachment; filename="leerkring-${lesson.replace('/', '-')}.nl-en.po"`)
      return answer.body()
    })
    const send = async (buffer: Buffer) => {
      await page.getByLabel(t('translations:upload.file')).setInputFiles({ name: 'en.po', mimeType: 'text/x-gettext-translation', buffer })
      await page.getByRole('button', { name: t('translations:upload.check') }).click()
    }
    const right = (dutch: string, translation: string) =>
      dutch.startsWith('Kersverse zin.') ? `Brand new sentence. ${translation}` : translation

    await test.step('is told what is wrong, entry by entry', async () => {
      await send(Buffer.from('not a file of a translator'))
      await expect(page.getByRole('alert')).toContainText(t('errors:poNotRead'))
      await send(bytes)
      await expect(page.getByRole('table')).toContainText(t('translations:faults.fuzzy'))
      await send(filledIn(bytes, (dutch, translation) => right(dutch, translation).replace('](page:help)', '](page:nowhere)')))
      await expect(page.getByRole('table')).toContainText(t('translations:faults.linkGone'))
      await expect(page.getByRole('table')).toContainText('page:help')
      await isAccessible(page)
      await expect(page.getByRole('button', { name: t('translations:check.publish') })).toHaveCount(0)
    })

    await test.step('sees what would change, and confirms it', async () => {
      await send(filledIn(bytes, right))
      await expect(page.getByRole('status')).toContainText(t('translations:check.ready'))
      await expect(page.locator('ins')).toContainText('Brand new sentence.')
      await isAccessible(page)
      await reader.reload()
      await expect(reader.getByRole('main')).not.toContainText('Brand new sentence.')
      await page.getByRole('button', { name: t('translations:check.publish') }).click()
      await expect(page.getByRole('status')).toContainText(t('translations:done.published'))
      await expect(page.getByRole('main')).toContainText(t('translations:stateText.draft'))
      // What she has to read over stands on the page, and what comes next.
      await expect(page.locator('.lk-pairs > li').filter({ hasText: 'Brand new sentence.' })).toContainText('Kersverse zin.')
      await expect(page.locator('.lk-next')).toContainText(t('translations:toDo.next'))
      await isAccessible(page)
    })

    await test.step('a reader finds it at once', async () => {
      await reader.reload()
      await expect(reader.getByRole('main')).toContainText('Brand new sentence.')
    })

    await test.step('says that it was read, and takes it back', async () => {
      await page.getByRole('button', { name: t('translations:review.button'), exact: true }).click()
      await expect(page.getByRole('alert')).toContainText(t('errors:readInFullMissing'))
      await page.getByLabel(t('translations:review.box')).check()
      await page.getByRole('button', { name: t('translations:review.button'), exact: true }).click()
      await expect(page.getByRole('main')).toContainText(t('translations:stateText.reviewed'))
      await page.getByRole('button', { name: t('translations:history.withdraw'), exact: true }).click()
      await expect(page.getByRole('status')).toContainText(t('translations:done.withdraw'))
      await reader.reload()
      await expect(reader.getByRole('main')).not.toContainText('Brand new sentence.')
    })
  } finally {
    await context.close()
    await reader.context().close()
    await stop()
  }
})
