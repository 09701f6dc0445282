import type { Page } from '@playwright/test'
import { addressOf, listedRoutes } from './route-list'
import { expect, test } from './site'

// Pages that between them have every kind of thing that can be reached with the keyboard.
const representative = [
  [':lang', 'nl'],
  [':lang/courses/:course', 'ar'],
  [':lang/courses/:course/:lesson', 'nl'],
  [':lang/sign-in', 'ar'],
  [':lang/account', 'nl'],
  [':lang/coordinate/cohorts/:cohort/invitations', 'nl'],
  [':lang/coordinate/cohorts/:cohort/meetings/:meeting', 'ar'],
  [':lang/manage/people', 'ar'],
  [':lang/report', 'ar'],
] as const

interface Stop {
  element: string
  /** Whether there is a ring around it. */
  ring: boolean
  /** Whether at least its middle or a corner can be seen, and is not under something else. */
  seen: boolean
}

for (const [path, lang] of representative) {
  for (const size of [
    { width: 1280, height: 720 },
    { width: 360, height: 640 },
  ]) {
    test(`focus can be seen all through ${path} in ${lang} at ${size.width}`, async ({ page, site, signInAs }) => {
      const route = listedRoutes.find((each) => each.path === path)
      if (!route) throw new Error(`app/routes.ts has no "${path}" any more.`)
      if (route.role) await signInAs(route.role)
      await page.setViewportSize(size)
      await page.goto(addressOf(route, site.samples, lang))
      const expected = await page.evaluate(countStops)
      const stops: Stop[] = []
      for (let index = 0; index < expected; index += 1) {
        await page.keyboard.press('Tab')
        stops.push(await stopOf(page))
      }
      expect(stops.length).toBeGreaterThan(5)
      expect(stops.filter(({ ring, seen }) => !ring || !seen)).toEqual([])
      // The first is the way past the navigation.
      expect(stops[0]!.element).toContain('href="#main"')
    })
  }
}

/** How many stops the keyboard makes on this page; radio buttons of one group are one. */
function countStops(): number {
  const reachable = [
    ...document.querySelectorAll<HTMLElement>(
      'a[href], button, input:not([type="hidden"]), select, textarea, summary, audio[controls], [tabindex="0"]',
    ),
  ].filter(
    (element) => !element.hasAttribute('disabled') && element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }),
  )
  const radios = reachable.filter((element): element is HTMLInputElement => element instanceof HTMLInputElement && element.type === 'radio')
  const groups = new Set(radios.map((radio) => `${[...document.forms].indexOf(radio.form!)} ${radio.name}`))
  return reachable.length - radios.length + groups.size
}

function stopOf(page: Page): Promise<Stop> {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLElement
    // The ring may be drawn around the label of a small box.
    const ringOf = (each: Element | null): boolean => {
      if (!each || each === document.body) return false
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(each)
      return (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) || boxShadow !== 'none'
    }
    const ring = ringOf(element) || ringOf(element.closest('label'))
    // Of what is larger than the window, the part inside it counts.
    const boxes = [...element.getClientRects()].map(({ left, right, top, bottom }) => ({
      left: Math.max(0, left),
      right: Math.min(innerWidth, right),
      top: Math.max(0, top),
      bottom: Math.min(innerHeight, bottom),
    }))
    const within = boxes.filter(({ left, right, top, bottom }) => right - left > 8 && bottom - top > 8)
    const points = within.flatMap(({ left, right, top, bottom }) => [
      [(left + right) / 2, (top + bottom) / 2],
      [left + 4, (top + bottom) / 2],
      [right - 4, (top + bottom) / 2],
    ])
    const isSeen = ([x = 0, y = 0]: number[]) => {
      const top = document.elementFromPoint(x, y)
      return top !== null && (element.contains(top) || top.contains(element))
    }
    const seen = points.length > 0 && points.every(isSeen)
    return { element: element.outerHTML.slice(0, 140), ring, seen }
  })
}
