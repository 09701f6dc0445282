import { randomUUID } from 'node:crypto'
import { load, loadForm, type Load } from './load'
import { fillGroups, findPlaces } from './many-groups'
import { startBenchSite } from './site'

export interface GroupsMeasured {
  engine: string
  groups: number
  list: Load
  register: Load
}

/** Measures the list of groups and registering a session, with a thousand groups and with ten thousand, on one database. */
export async function measureGroups(engine: string, lesson: string, databaseUrl?: string): Promise<GroupsMeasured[]> {
  const site = await startBenchSite(lesson, databaseUrl)
  const measured: GroupsMeasured[] = []
  try {
    const Cookie = await site.signIn('coordinator-demo')
    for (const groups of [1_000, 10_000]) {
      await fillGroups(site.databaseUrl, (await findPlaces(site.databaseUrl)).organisationId, groups)
      const { groupIds } = await findPlaces(site.databaseUrl)
      const list = await load(`${site.url}/nl/coordinate/groups`, { Cookie })
      // One group after the other, as when the field sends its numbers on the same evening.
      let turn = 0
      const register = await loadForm({
        origin: site.url,
        headers: { Cookie, 'Sec-Fetch-Site': 'same-origin', Origin: site.url },
        next: () => ({
          path: `/nl/coordinate/groups/${groupIds[(turn += 1) % groupIds.length]}/sessions/new`,
          fields: { key: randomUUID(), date: '2026-11-01', present: '8', firstTime: '0', women: '6', men: '2', unknown: '0' },
        }),
      })
      measured.push({ engine, groups, list, register })
      process.stderr.write(
        `${engine}, ${groups} groups: list ${list.perSecond.toFixed(0)}/s, registering ${register.perSecond.toFixed(0)}/s\n`,
      )
    }
  } finally {
    await site.stop()
  }
  return measured
}
