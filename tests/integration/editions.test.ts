import { beforeAll, describe, expect, it } from 'vitest'
import type { Person } from '~/domain/accounts/policy'
import { findEdition } from '~/domain/participation/editions.server'
import { getReport } from '~/domain/participation/get-report.server'
import { readRequest } from '~/domain/participation/read-request.server'
import { endOfDay } from '~/domain/participation/request'
import { database } from '~/platform/db/client.server'
import { makeOrganisation } from '../factories/accounts'
import { headCount, makeGroup, makeSession } from '../factories/groups'
import { recordWhenItHappened } from '../factories/recorded'

// Public figures come in editions, so that nobody can hold the figures of before and after one session beside each other.

let organisationId: string
const groups: string[] = []

/** Sessions of a group that were registered at noon of a day. */
async function registered(number: number, group: number, day: string) {
  for (let each = 0; each < number; each += 1) {
    const sessionId = await makeSession(groups[group]!, { date: '2025-01-08', ...headCount(9, { women: 9 }) })
    await database().groupSessionRevision.updateMany({ where: { sessionId }, data: { recordedAt: new Date(`${day}T12:00:00Z`) } })
  }
}

beforeAll(async () => {
  organisationId = (await makeOrganisation({ municipality: 'GM0344' })).id
  for (const municipality of ['GM0344', 'GM0363', 'GM0518', 'GM0599'])
    groups.push(await makeGroup({ organisationId, municipality, languages: ',nl,' }))
  for (const group of [0, 1, 2]) await makeSession(groups[group]!, { date: '2025-01-08', ...headCount(9, { firstTime: 9, women: 9 }) })
  await makeSession(groups[3]!, { date: '2025-03-03', ...headCount(9, { firstTime: 9, women: 9 }) })
  await recordWhenItHappened()
  // January has four of three groups; the fifth comes in February.
  await registered(1, 0, '2025-01-20')
  await registered(1, 0, '2025-02-28')
  // March has eleven, but all of one group; two more groups come in April, and one session in June.
  await registered(10, 3, '2025-03-10')
  await registered(1, 0, '2025-04-02')
  await registered(1, 1, '2025-04-30')
  await registered(1, 1, '2025-06-03')
})

const visitor: Person | null = null

async function publicReport(query: Record<string, string> = {}) {
  const read = await readRequest({ disclosure: 'public', by: 'municipality', ...query }, visitor)
  if (!('asked' in read)) throw new Error(JSON.stringify(read))
  return getReport(read.asked)
}

describe('an edition', () => {
  it.each([
    ['2025-01-31T23:30:00Z', null],
    ['2025-02-28T22:30:00Z', null],
    ['2025-02-28T23:00:00Z', '2025-02-28'],
    ['2025-04-29T12:00:00Z', '2025-02-28'],
    ['2025-05-01T12:00:00Z', '2025-04-30'],
    ['2026-11-01T12:00:00Z', '2025-04-30'],
  ])('as it stood on %s is that of the end of %s', async (moment, day) => {
    expect(await findEdition(new Date(moment))).toEqual(day && endOfDay(day))
  })

  it('is what everybody sees until there is another', async () => {
    const { provenance, figures } = await publicReport()
    expect(provenance.asOf).toBe(endOfDay('2025-04-30').toISOString())
    expect(figures.find(({ indicator, at }) => indicator === 'sessions-held' && !at.municipality)?.value).toBe(18)
  })

  it('stays the same when a session is registered, whatever is asked for', async () => {
    const queries: Record<string, string>[] = [
      {},
      { by: 'month' },
      { by: 'language' },
      { by: 'quarter,municipality' },
      { municipality: 'GM0344', by: 'month' },
    ]
    const all = async () => Promise.all(queries.map((query) => publicReport(query)))
    const before = await all()
    await makeSession(groups[0]!, { date: '2025-01-15', ...headCount(3, { women: 3 }) })
    expect(await all()).toEqual(before)
  })

  it('is refused for a moment before the first one', async () => {
    expect(await readRequest({ disclosure: 'public', asOf: '2025-02-01' }, visitor)).toEqual({
      faults: [{ field: 'asOf', code: 'noEditionYet' }],
    })
  })
})
