import { startBenchSite } from './site'

/** What searching costs on one database. Milliseconds from asking until the whole page is there, one search at a time. */
export interface SearchMeasured {
  engine: string
  searches: number
  p50: number
  p95: number
  /** The slowest, and what was searched for. */
  slowest: { query: string; time: number }
}

// Words that many texts have and words that none has, typing errors (the dearest: all words of about that length are looked at), a
// whole sentence, and every script.
const queries: readonly [language: string, words: string[]][] = [
  [
    'nl',
    ['huwelijk', 'ouders', 'huwelik', 'dwang', 'dochters', 'wat is een budget', 'zelfbeschikkign', 'xyzzyqq', 'eer en een goede naam'],
  ],
  ['en', ['marriage', 'mariage', 'how do I talk with my daughter about love', 'parents']],
  ['tr', ['evlilik', 'evilik', 'düğün', 'anne baba']],
  ['so', ['guur', 'waalidiin', 'carruurtaada']],
  ['ar', ['الزواج', 'العائلة', 'huwelijk', 'كيف أتحدث مع ابنتي']],
  ['fa', ['ازدواج', 'خانواده', 'huwelijksdwagn']],
  ['ti', ['መርዓ', 'ስድራቤት', 'ወለዲ']],
]
const rounds = 20

/** Measures the page for searching, with the texts of the site. */
export async function measureSearch(engine: string, lesson: string, databaseUrl?: string): Promise<SearchMeasured> {
  const site = await startBenchSite(lesson, databaseUrl)
  try {
    const times: { query: string; time: number }[] = []
    // The first round warms up.
    for (let round = 0; round <= rounds; round += 1) {
      for (const [language, words] of queries) {
        for (const query of words) {
          const start = performance.now()
          const answer = await fetch(`${site.url}/${language}/search?${new URLSearchParams({ q: query })}`)
          await answer.text()
          if (!answer.ok) throw new Error(`/${language}/search answered ${answer.status}`)
          if (round > 0) times.push({ query, time: performance.now() - start })
        }
      }
    }
    times.sort((a, b) => a.time - b.time)
    const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))]!.time
    return { engine, searches: times.length, p50: at(0.5), p95: at(0.95), slowest: times.at(-1)! }
  } finally {
    await site.stop()
  }
}
