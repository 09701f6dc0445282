import { readFileSync, readdirSync } from 'node:fs'
import type { Page } from '@playwright/test'
import type { Catalogue } from '~/content/catalogue'
import { directionOf, languageNames, languages, type Language } from '~/i18n/languages'
import { spokenDirectionOf, spokenLanguageNames, type SpokenLanguage } from '~/i18n/spoken-languages'
import { addressOf, listedRoutes } from './route-list'
import { expect, test } from './site'
import type { Samples } from '../setup/samples'

// Every page that there is, every lesson, chapter and item included, in every language: no words that are missing, no text
// that fell back to Dutch, nothing that runs the wrong way.

/** What a word that is missing looks like: the key it has in the code. Keys of one word could be words themselves. */
const keys = new Set(readdirSync('locales/nl').flatMap((file) => flatten(JSON.parse(readFileSync(`locales/nl/${file}`, 'utf8')) as object)))

function flatten(words: object, above = ''): string[] {
  return Object.entries(words).flatMap(([key, value]) => {
    const path = above ? `${above}.${key}` : key
    return typeof value === 'string'
      ? [path.replace(/_(?:zero|one|two|few|many|other)$/, '')].filter((each) => each.includes('.'))
      : flatten(value as object, path)
  })
}

/** Every language is named in itself, on every page. */
const names = new Set<string>([...Object.values(languageNames), ...Object.values(spokenLanguageNames)])

/** The addresses of all courses, lessons and items, of which the list of routes has one each. */
function contentAddresses(lang: Language): string[] {
  const { courses, library } = JSON.parse(readFileSync('build/content/catalogue.json', 'utf8')) as Catalogue
  return [
    ...courses.flatMap((course) => [
      `/${lang}/courses/${course.id}`,
      `/${lang}/courses/${course.id}/print`,
      ...course.modules.flatMap(({ lessons }) => lessons.map(({ id }) => `/${lang}/courses/${course.id}/${id}`)),
    ]),
    ...library.map(({ id }) => `/${lang}/library/${id}`),
  ]
}

const pages = listedRoutes.filter(({ kind, path }) => kind === 'page' && path.startsWith(':lang'))
const roles = [...new Set(pages.map(({ role }) => role))]

function addressesFor(role: (typeof roles)[number], lang: Language, samples: Samples): string[] {
  const listed = pages.filter((route) => route.role === role).map((route) => addressOf(route, samples, lang))
  return role === null ? [...new Set([...listed, ...contentAddresses(lang)])] : listed
}

for (const lang of languages) {
  test(`every page in ${lang}`, async ({ page, site, signInAs }) => {
    test.slow()
    const seen: string[] = []
    for (const role of roles) {
      if (role) await signInAs(role)
      for (const address of addressesFor(role, lang, site.samples)) {
        const response = await page.request.get(address)
        expect([address, response.status()]).toEqual([address, 200])
        const faults = await faultsIn(page, await response.text(), lang)
        seen.push(...faults.map((fault) => `${address}: ${fault}`))
      }
    }
    expect(seen).toEqual([])
  })
}

async function faultsIn(page: Page, html: string, lang: Language): Promise<string[]> {
  const { texts, frame, blocks } = await page.evaluate((source) => {
    const document = new DOMParser().parseFromString(source, 'text/html')
    for (const element of document.querySelectorAll('script, style, template')) element.remove()
    return {
      texts: [document.title, ...document.body.innerText.split('\n')],
      frame: `${document.documentElement.lang} ${document.documentElement.dir}`,
      // In another language on purpose: a sheet for somebody else, provinces by name, the lesson that a learner goes on with, and a
      // text beside its translation.
      blocks: [...document.querySelectorAll<HTMLElement>('main [lang]')]
        .filter((element) => element.closest('[translate="no"], .lk-invitation, option, .lk-next, .lk-pairs') === null)
        .map((element) => ({
          lang: element.lang,
          dir: element.closest<HTMLElement>('[dir]')?.dir ?? '',
          text: element.innerText.slice(0, 60),
        })),
    }
  }, html)
  const faults: string[] = []
  if (frame !== `${lang} ${directionOf(lang)}`) faults.push(`the page is ${frame}`)
  for (const text of texts) {
    const key = text.split(/[\s:,()]+/).find((word) => keys.has(word.replace(/\.$/, '')))
    if (key) faults.push(`shows the key ${key}`)
    if (/\{\{|\}\}|\[object |\bundefined\b|\bNaN\b/.test(text)) faults.push(`shows “${text.slice(0, 60)}”`)
  }
  for (const block of blocks) {
    if (block.lang !== lang && !names.has(block.text.trim())) faults.push(`is in ${block.lang}: “${block.text}”`)
    if (block.dir !== spokenDirectionOf(block.lang as SpokenLanguage)) faults.push(`${block.lang} runs ${block.dir}: “${block.text}”`)
  }
  return faults
}
