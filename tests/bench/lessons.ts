import { measureFirstVisits, type FirstVisit } from './first-visit'
import { load, type Load } from './load'
import { startBenchSite } from './site'

const otherPages = [
  '/nl',
  '/nl/courses/opvoeding',
  '/tr/courses/opvoeding/choosing',
  '/ar/courses/opvoeding/choosing',
  '/ti/courses/opvoeding/choosing',
  '/nl/help',
]

/** What reading a lesson costs. Memory in megabytes. */
export interface LessonsMeasured {
  file: Load
  anonymous: Load
  unchanged: Load
  signedIn: Load
  withReflections: Load
  memory: { idle: number; afterLoads: number; afterReflections: number }
  /** Of the lesson, then of other pages. */
  visits: [FirstVisit, ...FirstVisit[]]
}

/** Measures a lesson beside a static file of its size, on SQLite. */
export async function measureLessons(lesson: string): Promise<LessonsMeasured> {
  const site = await startBenchSite(lesson)
  try {
    const idle = await site.memory()
    const file = await load(site.url + site.staticFile)
    const anonymous = await load(site.url + lesson)
    const unchanged = await load(site.url + lesson, { 'If-None-Match': await site.etag(lesson) })
    const signedIn = await load(site.url + lesson, { Cookie: await site.signIn('trainer-demo') })
    const afterLoads = await site.memory()
    // Who keeps reflections gets pages that are nobody else's; hardly anybody asks for sixteen of them at a time.
    const keeper = await site.signIn('trainer-turks-demo')
    await site.post('/nl/account', { language: 'nl', keepReflections: 'on' }, keeper)
    const withReflections = await load(site.url + lesson, { Cookie: keeper })
    const memory = { idle, afterLoads, afterReflections: await site.memory() }
    const [first, ...others] = await measureFirstVisits(site.url, [lesson, ...otherPages])
    return { file, anonymous, unchanged, signedIn, withReflections, memory, visits: [first!, ...others] }
  } finally {
    await site.stop()
  }
}
