import { beforeAll, describe, expect, it } from 'vitest'
import { createCertificate } from '~/domain/courses/repository.server'
import type { Person } from '~/domain/accounts/policy'
import { getOverview, getReport } from '~/domain/participation/get-report.server'
import { readRequest } from '~/domain/participation/read-request.server'
import type { Place } from '~/domain/participation/dimensions'
import type { Report } from '~/domain/participation/report'
import { createTarget } from '~/domain/participation/targets.server'
import { addMember, makeCohort } from '../factories/cohorts'
import { headCount, makeGroup, makeSession } from '../factories/groups'
import { recordWhenItHappened } from '../factories/recorded'
import { makeAccount, makeOrganisation } from '../factories/accounts'

// The programme as its papers describe it, loaded and asked for again: what a letter to parliament says has to come out exactly.

const manager: Person = { id: crypto.randomUUID(), roles: [{ role: 'manager', organisationId: null }] }

async function report(query: Record<string, string>, person: Person | null = manager): Promise<Report> {
  const read = await readRequest(query, person)
  if (!('asked' in read)) throw new Error(JSON.stringify(read))
  return getReport(read.asked)
}

function valueOf({ figures }: Report, indicator: string, at: Place = {}): number | null | undefined {
  return figures.find((figure) => figure.indicator === indicator && JSON.stringify(figure.at) === JSON.stringify(at))?.value
}

type Background = 'pool' | 'volunteer' | 'employee'

/** A cohort whose members were all trained. @returns ids of its memberships */
async function trainedCohort(
  given: { organisationId: string; startsOn: string; endsOn: string; courseId?: string },
  backgrounds: Background[],
) {
  const cohort = await makeCohort(given)
  const memberships: string[] = []
  for (const background of backgrounds) {
    const { id: accountId } = await makeAccount()
    memberships.push(await addMember(cohort, accountId, background))
    await createCertificate({
      ...{ code: crypto.randomUUID(), accountId, name: 'Naam', courseId: cohort.courseId, hours: 24 },
      ...{ cohortId: cohort.id, cohortName: 'Groep', background, issuedOn: given.endsOn },
    })
  }
  return { cohort, memberships }
}

let linde: string

beforeAll(async () => {
  linde = (await makeOrganisation({ municipality: 'GM0363' })).id
  const theHague = (await makeOrganisation({ municipality: 'GM0518' })).id
  // Line 3: one course for seven key persons, and four parent groups of five to ten parents in their half year of practice.
  const { memberships } = await trainedCohort({ organisationId: linde, startsOn: '2024-01-15', endsOn: '2024-03-01' }, [
    ...Array<Background>(4).fill('pool'),
    ...Array<Background>(3).fill('volunteer'),
  ])
  for (const [index, municipality] of ['GM0363', 'GM0599', 'GM0344', 'GM0518'].entries()) {
    const trainers = [memberships[index]!]
    const group = await makeGroup({ organisationId: linde, municipality, trainers })
    await makeSession(group, { date: `2024-0${index + 4}-10`, ...headCount(5 + index, { firstTime: 5 + index, women: 4, men: 1 + index }) })
    await makeSession(group, { date: `2024-0${index + 4}-24`, ...headCount(6 + index, { women: 4, men: 2 + index }) })
  }
  // Line 2: twelve trainings with 150 women in Amsterdam and The Hague, and seventeen peer trainers.
  for (let index = 0; index < 12; index += 1) {
    const place = index % 2 === 0 ? { organisationId: linde, municipality: 'GM0363' } : { organisationId: theHague, municipality: 'GM0518' }
    const size = index < 6 ? 12 : 13
    const group = await makeGroup({ ...place, programme: 'financieel', kind: 'women', audience: 'women', languages: ',nl,' })
    const month = String(((index + 9) % 12) + 1).padStart(2, '0')
    await makeSession(group, { date: `${index < 3 ? 2023 : 2024}-${month}-05`, ...headCount(size, { firstTime: size }) })
  }
  await trainedCohort({ organisationId: theHague, startsOn: '2023-11-01', endsOn: '2024-02-01', courseId: 'geld' }, [
    ...Array<Background>(9).fill('employee'),
    ...Array<Background>(8).fill('volunteer'),
  ])
  const target = {
    from: '2022-01-01',
    to: '2025-12-31',
    programme: 'opvoeding' as const,
    indicator: 'trainers-trained' as const,
    source: 'QA23',
  }
  for (const background of ['pool', 'volunteer'] as const)
    await createTarget(manager, { ...target, background, target: 10, key: crypto.randomUUID() })
  const women = {
    from: '2023-09-01',
    to: '2025-08-31',
    programme: 'financieel' as const,
    indicator: 'people-reached' as const,
    source: 'L24',
  }
  await createTarget(manager, { ...women, target: 40, key: crypto.randomUUID() })
  const inTwoPlaces = {
    kind: 'women' as const,
    municipality: 'GM0363',
    from: '2024-12-01',
    to: '2024-12-31',
    source: 'Twee plaatsen tegelijk',
  }
  await createTarget(manager, { ...women, ...inTwoPlaces, target: 30, key: crypto.randomUUID() })
  // Something has to follow before the last of it is in an edition.
  for (const municipality of ['GM0363', 'GM0599', 'GM0344', 'GM0518', 'GM0014']) {
    const group = await makeGroup({ organisationId: linde, municipality, programme: 'verandering' })
    await makeSession(group, { date: '2025-01-14', ...headCount(20, { firstTime: 20 }) })
  }
  await recordWhenItHappened()
})

describe('the letter of autumn 2024', () => {
  const letter = { from: '2023-10-01', to: '2024-11-19' }

  it('has one course with seven key persons', async () => {
    const figures = await report({ ...letter, programme: 'opvoeding' })
    expect(valueOf(figures, 'cohorts-held')).toBe(1)
    expect(valueOf(figures, 'trainers-trained')).toBe(7)
    expect(valueOf(figures, 'trainers-trained', { background: 'pool' })).toBe(4)
    expect(valueOf(figures, 'trainers-trained', { background: 'volunteer' })).toBe(3)
    expect(valueOf(figures, 'trainers-active')).toBe(4)
  })

  it('has four parent groups of five to ten parents', async () => {
    const figures = await report({ ...letter, programme: 'opvoeding', kind: 'parents' })
    expect(valueOf(figures, 'groups-held')).toBe(4)
    expect(valueOf(figures, 'group-size-five-to-ten')).toBe(1)
    expect(valueOf(figures, 'people-reached')).toBe(26)
  })

  it('has twelve trainings that reached 150 women in two cities', async () => {
    const figures = await report({ ...letter, programme: 'financieel', by: 'municipality' })
    expect(valueOf(figures, 'groups-held')).toBe(12)
    expect(valueOf(figures, 'people-reached')).toBe(150)
    expect(valueOf(figures, 'attendances', { sex: 'women' })).toBe(150)
    expect(
      figures.figures.filter(({ indicator, at }) => indicator === 'people-reached' && at.municipality).map(({ at }) => at.municipality),
    ).toEqual(['GM0363', 'GM0518'])
  })

  it('has seventeen peer trainers of money matters', async () => {
    const figures = await report({ ...letter, programme: 'financieel' })
    expect(valueOf(figures, 'trainers-trained')).toBe(17)
    expect(valueOf(figures, 'trainers-trained', { background: 'employee' })).toBe(9)
  })

  it('has its targets beside what was reached', async () => {
    const { targets } = await report(letter)
    expect(targets.map(({ indicator, background, target, actual }) => [indicator, background, target, actual])).toEqual([
      ['trainers-trained', 'pool', 10, 4],
      ['trainers-trained', 'volunteer', 10, 3],
      ['people-reached', null, 40, 150],
    ])
  })
})

describe('public figures', () => {
  it('withhold the seven key persons, and round the women to fives', async () => {
    const figures = await report({ from: '2023-10-01', to: '2024-10-31', disclosure: 'public' }, null)
    const at = (indicator: string) =>
      figures.figures.find((figure) => figure.indicator === indicator && Object.keys(figure.at).length === 0)
    expect(at('groups-held')).toMatchObject({ value: 16, status: 'exact' })
    expect(at('people-reached')?.status).toMatch(/rounded|withheld/)
    const people = figures.figures.filter(({ indicator }) => /^(people-reached|attendances|trainers-|evaluations)/.test(indicator))
    const rounded = people.filter(({ status }) => status === 'rounded')
    expect(rounded.length).toBeGreaterThan(0)
    expect(rounded.filter(({ value }) => value! % 5 !== 0)).toEqual([])
    expect(JSON.stringify(figures.figures.filter(({ indicator }) => indicator === 'trainers-trained'))).not.toMatch(/"value":[1-7][,}]/)
    expect(figures.loss!.cells).toBeGreaterThan(0)
  })

  it('have one place at a time: a page about a city has no table by language, and one about parents none by city', async () => {
    const overview = async (query: Record<string, string>) => {
      const read = await readRequest({ disclosure: 'public', ...query }, null)
      if (!('asked' in read)) throw new Error(JSON.stringify(read))
      const { municipalities, languages } = await getOverview(read.asked)
      return [municipalities.figures.length > 0, languages.figures.length > 0]
    }
    expect(await overview({})).toEqual([true, true])
    expect(await overview({ programme: 'financieel' })).toEqual([true, true])
    expect(await overview({ municipality: 'GM0363' })).toEqual([true, false])
    expect(await overview({ kind: 'parents' })).toEqual([false, false])
    expect(await readRequest({ disclosure: 'public', municipality: 'GM0363', by: 'province' }, null)).toMatchObject({
      faults: [{ code: 'tooPreciseForPublic' }],
    })
  })

  it('leave out what was reached of a target for two places at once', async () => {
    const { targets } = await report({ disclosure: 'public' }, null)
    const precise = targets.find(({ source }) => source === 'Twee plaatsen tegelijk')
    expect(precise).toMatchObject({ actual: null, status: 'withheld' })
    expect(targets.find(({ target }) => target === 40)).toMatchObject({ actual: 150, status: 'rounded' })
  })
})
