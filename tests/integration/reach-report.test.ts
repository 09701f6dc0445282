import { beforeAll, describe, expect, it } from 'vitest'
import type { Person } from '~/domain/accounts/policy'
import { getReport } from '~/domain/participation/get-report.server'
import { readRequest } from '~/domain/participation/read-request.server'
import type { Figure } from '~/domain/participation/report'
import { makeOrganisation } from '../factories/accounts'
import { headCount, makeGroup, makeSession } from '../factories/groups'
import { addUses } from '../factories/reach'
import { recordWhenItHappened } from '../factories/recorded'

const manager: Person = { id: crypto.randomUUID(), roles: [{ role: 'manager', organisationId: null }] }

/** Figures of the library in brief: where, and `12`, `~10` when rounded, `x` when withheld. */
async function figures(indicator: string, query: Record<string, string>, person: Person | null = manager): Promise<Record<string, string>> {
  const read = await readRequest({ from: '2025-01-01', to: '2025-12-31', ...query }, person)
  if (!('asked' in read)) throw new Error(JSON.stringify(read))
  const { figures: all } = await getReport(read.asked)
  return Object.fromEntries(
    all.filter((figure) => figure.indicator === indicator).map((figure) => [Object.values(figure.at).join(' ') || 'all', brief(figure)]),
  )
}

const brief = ({ status, value }: Figure) => (status === 'withheld' ? 'x' : `${status === 'rounded' ? '~' : ''}${value}`)

beforeAll(async () => {
  // Public figures appear once a month has enough sessions of enough groups.
  const { id: organisationId } = await makeOrganisation({ municipality: 'GM0363' })
  for (let index = 0; index < 4; index += 1) {
    const group = await makeGroup({ organisationId, municipality: 'GM0363' })
    for (const date of ['2025-03-03', '2025-03-10']) await makeSession(group, { date, ...headCount(8, { firstTime: 8 }) })
  }
  await recordWhenItHappened()
  await addUses(
    { day: '2025-03-01', count: 1003 },
    { day: '2025-03-01', count: 50, language: 'ar' },
    { day: '2025-03-02', count: 24, municipality: 'GM0363', profession: 'care' },
    { day: '2025-03-02', count: 3, municipality: 'GM0518', profession: 'school' },
    { day: '2025-03-02', count: 5, profession: 'parent' },
    { day: '2025-03-02', count: 40, kind: 'play' },
    { day: '2025-03-02', count: 9, kind: 'complete' },
    { day: '2025-03-02', count: 6, kind: 'download', language: 'ar' },
    { day: '2025-03-02', count: 11, itemId: 'gone-since' },
  )
})

describe('the library in exact reports', () => {
  it('counts views, downloads and plays', async () => {
    expect(await figures('library-views', {})).toEqual({ all: '1096' })
    expect(await figures('library-downloads', {})).toEqual({ all: '6' })
    expect(await figures('library-plays', { by: 'month' })).toEqual({ all: '40', '2025-03': '40' })
  })

  it('by language, programme and place', async () => {
    expect(await figures('library-views', { by: 'language' })).toEqual({ all: '1096', ar: '50', nl: '1046' })
    expect(await figures('library-views', { by: 'programme' })).toEqual({ all: '1096', opvoeding: '1085' })
    expect(await figures('library-views', { by: 'municipality' })).toEqual({ all: '1096', GM0363: '24', GM0518: '3' })
    expect(await figures('library-views', { municipality: 'GM0518' })).toEqual({ all: '3' })
    expect(await figures('library-views', { municipality: 'GM0518', programme: 'financieel' })).toEqual({ all: '0' })
  })

  it('say nothing where nothing can be known: no file asks where somebody works', async () => {
    expect(await figures('library-plays', { municipality: 'GM0363' })).toEqual({})
    expect(await figures('library-plays', { by: 'municipality' })).toEqual({ all: '40' })
    expect(await figures('library-views', { kind: 'parents' })).toEqual({})
  })
})

describe('the library in public reports', () => {
  const asked = (query: Record<string, string>) => figures('library-views', { disclosure: 'public', ...query }, null)

  it('is exact, but for where those work who said so', async () => {
    expect(await asked({})).toEqual({ all: '1096' })
    expect(await asked({ by: 'language' })).toEqual({ all: '1096', ar: '50', nl: '1046' })
    expect(await asked({ by: 'month' })).toEqual({ all: '1096', '2025-03': '1096' })
  })

  it('withholds few visitors of a place, and what they could be worked out from', async () => {
    const byPlace = await asked({ by: 'municipality' })
    expect(byPlace).toMatchObject({ all: '1096', GM0518: 'x' })
    expect(byPlace.GM0363).toMatch(/^(~25|x)$/)
    const byProvince = await asked({ by: 'province' })
    expect(byProvince['Zuid-Holland']).toBe('x')
    expect(await asked({ municipality: 'GM0518' })).toEqual({ all: 'x' })
    expect(await asked({ municipality: 'GM0518', by: 'month' })).toEqual({ all: 'x', '2025-03': 'x' })
  })
})
