import type { Figure, Report } from '../report'
import type { ReportRequest } from '../request'

export const sampleOrganisation = '3f2a1b6c-5d4e-4f3a-8b2c-1d0e9f8a7b6c'

export const sampleRequest: ReportRequest = {
  from: '2023-01-01',
  to: '2024-12-31',
  by: ['quarter', 'municipality'],
  filter: { programme: 'opvoeding' },
  disclosure: 'public',
  shape: 'figures',
  asOf: new Date('2024-12-31T23:00:00Z'),
}

const quarters = ['2023-Q1', '2023-Q2', '2023-Q3', '2023-Q4', '2024-Q1', '2024-Q2', '2024-Q3', '2024-Q4']
const towns = ['GM0363', 'GM0518', 'GM0599', 'GM0344', 'GM0014']

const rounded = (indicator: Figure['indicator'], at: Figure['at'], value: number | null): Figure => ({
  indicator,
  at,
  value,
  status: value === null ? 'withheld' : 'rounded',
})
const exact = (indicator: Figure['indicator'], at: Figure['at'], value: number): Figure => ({ indicator, at, value, status: 'exact' })

/** A public report with everything that can stand in one: parts, withheld figures, targets, periods, places. */
export const sampleReport: Report = {
  request: sampleRequest,
  provenance: { asOf: '2024-12-31T23:00:00.000Z', version: '0.1.0', organisations: null },
  figures: [
    exact('cohorts-held', {}, 2),
    rounded('trainers-trained', {}, 20),
    rounded('trainers-trained', { background: 'pool' }, 10),
    rounded('trainers-trained', { background: 'volunteer' }, 10),
    rounded('trainers-trained', { background: 'employee' }, null),
    exact('groups-held', {}, 41),
    exact('sessions-held', {}, 163),
    rounded('people-reached', {}, 1235),
    ...quarters.map((period, index) => rounded('people-reached', { period }, index === 0 ? null : 20 + index * 25)),
    ...towns.map((municipality, index) => rounded('people-reached', { municipality }, index === 4 ? null : 400 - index * 95)),
    ...quarters.flatMap((period) => towns.map((municipality) => rounded('people-reached', { period, municipality }, null))),
    rounded('attendances', {}, 1480),
    rounded('attendances', { sex: 'women' }, 1390),
    rounded('attendances', { sex: 'men' }, 90),
    rounded('attendances', { sex: 'unknown' }, null),
    ...quarters.map((period, index) => exact('sessions-held', { period }, 4 + index * 5)),
    ...towns.map((municipality, index) => exact('sessions-held', { municipality }, 60 - index * 12)),
    rounded('group-size-median', {}, 7),
    rounded('group-size-mean', {}, 7.4),
    rounded('group-size-five-to-ten', {}, 0.85),
    { indicator: 'evaluation-mean', at: {}, value: null, status: 'none' },
    exact('groups-held', { organisation: sampleOrganisation }, 3),
  ],
  targets: [
    {
      id: 'target-1',
      indicator: 'trainers-trained',
      programme: 'opvoeding',
      organisation: null,
      municipality: null,
      background: null,
      kind: null,
      from: '2023-01-01',
      to: '2024-12-31',
      target: 20,
      source: '=HYPERLINK("https://example.org")',
      actual: 20,
      status: 'rounded',
    },
    {
      id: 'target-2',
      indicator: 'trainers-trained',
      programme: 'opvoeding',
      organisation: sampleOrganisation,
      municipality: 'GM0363',
      background: 'volunteer',
      kind: null,
      from: '2023-01-01',
      to: '2024-12-31',
      target: 10,
      source: 'Vragen en antwoorden bij 35 341, nr. 17',
      actual: null,
      status: 'withheld',
    },
  ],
  trust: { registered: 163, notRegistered: 6, late: 12, corrected: 9, sexUnknown: 3, sameDay: 1, groupsWithout: 2 },
  cascade: { cohorts: 2, trained: 20, active: 15, groups: 41, sessions: 163, people: 1235 },
  organisationNames: { [sampleOrganisation]: 'Stichting “Samen & Verder” <Amsterdam>' },
  loss: { cells: 88, withheld: 12 },
}
