import { beforeAll, describe, expect, it } from 'vitest'
import { findablesOf } from '~/content/findable'
import { getCatalogue } from '~/content/read'
import { excerptOf } from '~/domain/library/search/excerpt'
import { findTexts } from '~/domain/library/search/find-texts.server'
import { refreshSearch } from '~/domain/library/search/refresh-search.server'
import { languages, type Language } from '~/i18n/languages'

const find = (language: Language, q: string) => findTexts(language, { q })
const placesOf = async (language: Language, q: string) => (await find(language, q)).hits.map(({ findable }) => findable.place)

beforeAll(async () => {
  const c = process.cpuUsage(); console.time('refresh')
  console.log(await refreshSearch())
  console.timeEnd('refresh'); console.log(process.cpuUsage(c))
})

describe('searching', () => {
  it('tries', async () => {
    for (const [language, q] of [
      ['nl', 'huwelijk'], ['nl', 'huwelik'], ['nl', 'dwang'], ['nl', 'dochters'], ['nl', 'wat is een budget'], ['nl', 'vakantie reizen'], ['tr', 'evlilik'], ['tr', 'evilik'], ['tr','DÜĞÜN'],
      ['ar', 'الزواج'], ['ar', 'زواج'], ['fa', 'ازدواج'], ['ti', 'መርዓ'], ['so', 'guur'], ['en', 'marriage'], ['en', 'mariage'], ['ar', 'huwelijk'], ['nl', 'eer'], ['nl', 'xyzzyqq'], ['nl', 'oudre'], ['nl', 'bankrekening openen'],['nl','trouw'],
    ] as [Language, string][]) {
      const start = performance.now()
      const found = await find(language, q)
      const time = performance.now() - start
      const lines = found.hits.slice(0, 5).map((hit) => `    ${hit.language} ${hit.findable.place} | ${excerptOf(hit).map(({ text, hit }) => (hit ? `[${text}]` : text)).join('').slice(0, 130)}`)
      console.log([`${language} ${q}: ${found.hits.length} hits, meant ${found.meant}, some ${found.someWords}, ${time.toFixed(1)} ms`, ...lines].join('\n'))
    }
  })

  it.each(languages)('finds every title by itself in %s', async (language) => {
    for (const { place, texts } of findablesOf(getCatalogue()).values()) {
      const text = texts[language]
      if (text) expect({ title: text.title, places: (await placesOf(language, text.title)).slice(0,3) }).toEqual({ title: text.title, places: expect.arrayContaining([place]) as unknown })
    }
  })
})
