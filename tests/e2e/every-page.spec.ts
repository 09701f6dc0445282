import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { addressOf, listedRoutes } from './route-list'
import { expect, test, watch } from './site'

// What holds for every page of app/routes.ts, in a language that is written to the right and one to the left.

const languages = [
  { lang: 'nl', dir: 'ltr' },
  { lang: 'ar', dir: 'rtl' },
] as const

const pages = listedRoutes.filter((route) => route.kind === 'page')
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Pages that have a script beside the one of the site: what only they do would weigh on all others. */
const ownScripts: Record<string, string[]> = {
  ':lang/library/:item': ['player-main'],
  ':lang/courses/:course/:lesson': ['listen-main'],
  ':lang/manage/library/:item/:language/:role': ['upload-main'],
}

for (const route of pages) {
  for (const { lang, dir } of languages) {
    test(`${route.path} in ${lang}`, async ({ page, context, site, signInAs }) => {
      if (route.role) await signInAs(route.role)
      const faults = watch(page, site)
      const response = await page.goto(addressOf(route, site.samples, lang))
      expect(response!.status()).toBe(route.path === '*' ? 404 : 200)
      // The page that is not there has no language in its address in this list: it is Dutch.
      const isEmbedded = route.path === ':lang/embed/:item'
      const frame = route.path === '*' ? languages[0] : { lang, dir }

      await test.step('has its frame', async () => {
        await expect(page.locator('html')).toHaveAttribute('lang', frame.lang)
        await expect(page.locator('html')).toHaveAttribute('dir', frame.dir)
        expect(await page.title()).toMatch(/^[^·]{2,40} · Leerkring$/)
        await expect(page.locator('h1')).toHaveCount(1)
        // In a frame of another site the way out could not keep what it promises.
        await expect(page.locator('lk-leave a[href="/exit"]')).toBeVisible({ visible: !isEmbedded })
      })

      await test.step('sends no framework', async () => {
        const scripts = await page
          // What search engines read is no script.
          .locator('script:not([type="application/ld+json"])')
          .evaluateAll((all) => all.map((script) => ({ src: script.getAttribute('src'), text: script.textContent })))
        const own = [...(isEmbedded ? ['player-main'] : (ownScripts[route.path] ?? [])), 'main']
        expect(scripts).toHaveLength(own.length)
        for (const name of own)
          expect(scripts).toContainEqual({ src: expect.stringMatching(new RegExp(`^/assets/${name}-[\\w-]+\\.js$`)), text: '' })
        expect(await page.locator('link[rel="modulepreload"], link[rel="preload"][as="script"]').count()).toBe(0)
      })

      if (!route.role) {
        await test.step('keeps nothing of an anonymous reader', async () => {
          expect(await context.cookies()).toEqual([])
          expect(await kept(page)).toEqual({ local: 0, session: 0, databases: 0, caches: 0, workers: 0 })
        })
      }

      await test.step('is accessible', async () => {
        const { violations } = await new AxeBuilder({ page }).withTags(standards).analyze()
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`)).toEqual([])
      })

      await test.step('fits a telephone of 320 pixels', async () => {
        await page.setViewportSize({ width: 320, height: 640 })
        expect(await tooWide(page)).toEqual([])
      })

      await test.step('keeps its text at twice the size', async () => {
        await page.setViewportSize({ width: 640, height: 800 })
        await page.evaluate(() => document.documentElement.style.setProperty('font-size', '36px'))
        expect(await tooWide(page)).toEqual([])
        expect(await clipped(page)).toEqual([])
      })

      expect(faults).toEqual([])
    })
  }
}

function kept(page: Page) {
  return page.evaluate(async () => ({
    local: localStorage.length,
    session: sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }))
}

/** The elements because of which the page scrolls sideways; none when it does not. */
function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth <= clientWidth) return []
    const out = [...document.body.querySelectorAll('*')].filter((element) => {
      const { left, right, width } = element.getBoundingClientRect()
      return width > 0 && (left < -1 || right > clientWidth + 1)
    })
    return [`${scrollWidth} > ${clientWidth}`, ...out.slice(0, 5).map((element) => element.outerHTML.slice(0, 120))]
  })
}

/**
 * Elements that cut off some of their text. What is there for screen readers only (one pixel large) or only to look at is left out,
 * and so are fields, which scroll what was typed. */
function clipped(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.body.querySelectorAll<HTMLElement>('*')]
      .filter((element) => {
        const { overflowX, overflowY } = getComputedStyle(element)
        if (element.clientWidth <= 1 || element.clientHeight <= 1 || element.closest('svg, [aria-hidden="true"], input, textarea, select'))
          return false
        const cut = (overflow: string) => overflow === 'hidden' || overflow === 'clip'
        return (
          (cut(overflowX) && element.scrollWidth > element.clientWidth + 1) ||
          (cut(overflowY) && element.scrollHeight > element.clientHeight + 1)
        )
      })
      .map((element) => element.outerHTML.slice(0, 120)),
  )
}
