import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { writeCsv, type Delimiter } from '~/platform/exports/csv'
import { columns, type ColumnName } from './columns'
import { linesOf, type SheetFault } from './faults'
import { planImport, type KnownGroup, type World } from './plan'
import { readRow } from './read-row'
import { readSheet } from './read-sheet'

const today = '2026-11-20'
const organisation = { id: 'a0000000-0000-4000-8000-000000000001', name: 'De Linde', ancestry: ['a0000000-0000-4000-8000-000000000001'] }
const world: World = { organisations: [organisation], trainers: [{ membershipId: 'm1', userName: 'amina' }], groups: [] }

type Row = Partial<Record<ColumnName, string | number>>
const right: Row = {
  group: 'Dinsdaggroep',
  programme: 'opvoeding',
  kind: 'parents',
  municipality: 'Utrecht',
  audience: 'mothers',
  languages: 'ar',
  date: '2026-03-03',
  present: 8,
  firstTime: 8,
  women: 8,
  men: 0,
}

// The same group, closed since.
const known: KnownGroup = {
  ...{ id: 'g1', name: 'Dinsdaggroep', organisationId: organisation.id, programme: 'opvoeding', kind: 'parents' },
  ...{ municipality: 'GM0344', place: null, audience: 'mothers', languages: ['ar'], trainers: [], closedOn: '2026-06-01' },
  sessions: [{ date: '2026-03-03', startsAt: null, registered: true }],
}

/** What becomes of these rows, written down as a spreadsheet and read again. */
function bringIn(rows: Row[], given: World = world, sign: Delimiter = ';') {
  const {
    rows: read,
    faults: sheetFaults,
    unread,
  } = readSheet(writeCsv([[...columns], ...rows.map((row) => columns.map((name) => row[name] ?? ''))], sign))
  const each = read.map((row) => readRow(row, today))
  const { plan, faults } = planImport(
    each.flatMap(({ values }) => values ?? []),
    given,
  )
  return { plan, unread, faults: [...sheetFaults, ...each.flatMap((row) => row.faults), ...faults] }
}

const codesOf = (faults: SheetFault[]) => faults.map(({ row, column, code }) => `${row} ${column} ${code}`)

describe('rows of a spreadsheet', () => {
  it('of one group are one group with its sessions', () => {
    const second = {
      ...right,
      group: 'DINSDAGGROEP',
      programme: '',
      date: '10-3-2026',
      firstTime: 1,
      trainer: 'Amina',
      place: 'Buurthuis',
      present: 8,
    }
    const { plan, faults } = bringIn([second, right])
    expect(faults).toEqual([])
    expect(plan!.groups).toHaveLength(1)
    expect(plan!.groups[0]!.facts).toMatchObject({
      name: 'DINSDAGGROEP',
      programme: 'opvoeding',
      municipality: 'GM0344',
      trainers: ['m1'],
      place: 'Buurthuis',
    })
    expect(plan!.groups[0]!.sessions.map(({ date }) => date)).toEqual(['2026-03-10', '2026-03-03'])
  })

  it('with a cell that has no end are told so', () => {
    const endless = `ar${' '.repeat(600_000)}nl`
    for (const column of ['languages', 'trainer', 'note', 'date', 'present'] as const)
      expect(codesOf(bringIn([{ ...right, [column]: endless }]).faults)).toContain(`2 ${column} textTooLong`)
  })

  it('of thousands of groups are held against thousands that are there', () => {
    const { rows } = readSheet(writeCsv([[...columns], columns.map((name) => right[name] ?? '')]))
    const values = readRow(rows[0]!, today).values!
    const groups = Array.from({ length: 8_000 }, (_, index) => ({ ...known, id: `g${index}`, name: `Groep ${index}`, sessions: [] }))
    const { plan, faults } = planImport(
      groups.map(({ name }, index) => ({ ...values, row: index + 2, group: { ...values.group, name } })),
      { ...world, groups },
    )
    expect(faults).toEqual([])
    expect(plan!.groups.map(({ id }) => id)).toEqual(groups.map(({ id }) => id))
  })

  it.each<[string, Row, string]>([
    ['a sum that is wrong', { women: 7 }, '2 women sexesDoNotAddUp'],
    ['ages that do not add up', { age25to39: 7 }, '2 ageUnder25 agesDoNotAddUp'],
    ['more who are new than who are there', { firstTime: 9 }, '2 firstTime moreFirstTime'],
    ['a first session with somebody who came back', { firstTime: 7 }, '2 firstTime firstMeetingAllNew'],
    ['a day to come', { date: '2026-11-21' }, '2 date dateInFuture'],
    ['a day that does not exist', { date: '31-2-2026' }, '2 date dateNotValid'],
    ['a negative count', { men: -1 }, '2 men countNegative'],
    ['an absurd count', { present: 501 }, '2 present countTooLarge'],
    ['an empty count', { firstTime: '' }, '2 firstTime countMissing'],
    ['a programme that nobody knows', { programme: 'sport' }, '2 programme choiceUnknown'],
    ['a municipality that does not exist', { municipality: 'Nergenshuizen' }, '2 municipality municipalityUnknown'],
    ['a language that nobody speaks', { languages: 'klingon' }, '2 languages languageUnknown'],
    ['a new group without a kind', { kind: '' }, '2 kind valueMissing'],
    ['an organisation of somebody else', { organisation: 'De Brug' }, '2 organisation organisationUnknown'],
    ['a trainer of somebody else', { trainer: 'vreemd' }, '2 trainer trainerUnknown'],
    ['a formula', { topic: '@SUM(A1)' }, '2 topic textIsFormula'],
    ['a telephone number', { note: 'bel 0612345678' }, '2 note textHasContact'],
    ['what may be a name', { note: 'gesprek met Anna de Vries' }, '2 note textLooksLikeName'],
    ['a long note', { note: 'x'.repeat(301) }, '2 note textTooLong'],
    ['a name of one letter', { group: 'x' }, '2 group nameNotValid'],
  ])('with %s are told', (_, change, code) => {
    const { faults } = bringIn([{ ...right, ...change }])
    // Written as a text, a formula gets its apostrophe: it is read from a file that somebody else's program wrote.
    if (change.topic)
      expect(readRow({ row: 2, cells: { topic: String(change.topic) } }, today).faults).toContainEqual(
        expect.objectContaining({ code: 'textIsFormula' }),
      )
    else expect(codesOf(faults)).toEqual([code])
  })

  it('have all that is wrong with them told at once, each thing once', () => {
    const bad = { ...right, kind: 'x', present: -1, date: '2026-03-10', trainer: 'vreemd', audience: '' }
    expect(codesOf(bringIn([bad, { ...bad, firstTime: 0, present: 8 }]).faults).sort()).toEqual(
      [
        ...['2 kind choiceUnknown', '2 present countNegative', '2 trainer trainerUnknown', '2 audience valueMissing'],
        ...['3 kind choiceUnknown', '3 trainer trainerUnknown', '3 date sessionTwice'],
      ].sort(),
    )
  })

  it('that contradict each other are told with the row they contradict', () => {
    const { faults } = bringIn([right, { ...right, date: '2026-03-10', kind: 'women' }])
    expect(faults).toEqual([expect.objectContaining({ row: 3, column: 'kind', code: 'rowsDiffer', otherRow: 2 })])
  })

  it('with one session twice are told, unless each has a time of its own', () => {
    expect(codesOf(bringIn([right, { ...right }]).faults)).toEqual(['3 date sessionTwice'])
    const morning = { ...right, startsAt: '9:30' }
    expect(codesOf(bringIn([right, morning]).faults)).toEqual(['3 date sessionTwice'])
    expect(bringIn([morning, { ...right, startsAt: '13:30', firstTime: 0 }]).faults).toEqual([])
  })

  it('of a group that is there add sessions, and change nothing of it', () => {
    const given = { ...world, groups: [known] }
    const later = { group: 'dinsdaggroep', date: '2026-03-10', present: 8, firstTime: 1, women: 8, men: 0 }
    expect(bringIn([later], given).plan!.groups).toEqual([expect.objectContaining({ id: 'g1', facts: null })])
    expect(codesOf(bringIn([{ ...later, date: '2026-03-03' }], given).faults)).toEqual(['2 date sessionExists'])
    expect(codesOf(bringIn([{ ...later, kind: 'women' }], given).faults)).toEqual(['2 kind groupDiffers'])
    expect(codesOf(bringIn([{ ...later, date: '2026-07-01' }], given).faults)).toEqual(['2 date groupClosed'])
    expect(codesOf(bringIn([later], { ...world, groups: [known, { ...known, id: 'g2' }] }).faults)).toEqual(['2 group groupAmbiguous'])
  })

  it('belong to the nearest organisation above all of them, and apart to none', () => {
    const top = { id: 'top', name: 'Boven', ancestry: ['top'] }
    const east = { id: 'east', name: 'Oost', ancestry: ['east', 'top'] }
    const west = { id: 'west', name: 'West', ancestry: ['west', 'top'] }
    const rows = [
      { ...right, organisation: 'oost' },
      { ...right, organisation: 'West' },
    ]
    expect(bringIn(rows, { ...world, organisations: [top, east, west] }).plan).toMatchObject({ organisationId: 'top' })
    expect(bringIn(rows.slice(0, 1), { ...world, organisations: [top, east, west] }).plan).toMatchObject({ organisationId: 'east' })
    expect(codesOf(bringIn(rows, { ...world, organisations: [east, west] }).faults)).toEqual(['3 organisation organisationsApart'])
  })
})

describe('the importer', () => {
  const cell = fc.oneof(fc.string(), fc.constantFrom('', '8', '-1', '2026-03-03', '=1+1', 'Oudergroep', '9999', 'x'.repeat(400)))
  const row = fc.record(Object.fromEntries(columns.map((name) => [name, fc.oneof(fc.constant(right[name] ?? ''), cell)])))

  it('has a plan or a fault for whatever stands in the cells, and what it plans adds up', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 8 }), fc.constantFrom<Delimiter>(',', ';', '\t'), (rows, sign) => {
        const { plan, faults } = bringIn(rows, world, sign)
        if (faults.length > 0) return
        for (const group of plan?.groups ?? [])
          for (const { count, date } of group.sessions) {
            expect(count.women + count.men + count.unknown).toBe(count.present)
            expect(count.firstTime).toBeLessThanOrEqual(count.present)
            expect(count.present).toBeLessThanOrEqual(500)
            expect(date <= today).toBe(true)
          }
      }),
    )
  })

  it('plans every row of a spreadsheet that is right, whatever the sign between the cells', () => {
    const meeting = fc.record({ women: fc.nat(200), men: fc.nat(200), newOnes: fc.nat(400) })
    fc.assert(
      fc.property(fc.array(meeting, { minLength: 1, maxLength: 20 }), fc.constantFrom<Delimiter>(',', ';', '\t'), (meetings, sign) => {
        const rows = meetings.map(({ women, men, newOnes }, index): Row => {
          const present = women + men
          const date = new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10)
          return { ...right, date, present, women, men, firstTime: index === 0 ? present : Math.min(newOnes, present) }
        })
        const { plan, faults } = bringIn(rows, world, sign)
        expect(faults).toEqual([])
        expect(plan!.groups.flatMap(({ sessions }) => sessions)).toHaveLength(rows.length)
      }),
    )
  })

  it('finds the fault in the row where it was put', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 9 }),
        fc.constantFrom<[ColumnName, string]>(['women', '9'], ['date', 'x'], ['men', '-2'], ['kind', 'x']),
        (at, [column, value]) => {
          const rows = Array.from({ length: 10 }, (_, index): Row => ({
            ...right,
            date: `2026-03-${10 + index}`,
            firstTime: index === 0 ? 8 : 0,
          }))
          rows[at]![column] = value
          expect(bringIn(rows).faults.map((fault) => fault.row)).toContain(at + 2)
        },
      ),
    )
  })
})

describe('a sheet', () => {
  it('counts rows as a spreadsheet does, also after blank ones, and tells what it does not read', () => {
    const sheet = readSheet('sep=;\n\nGroep;Datum;aanwezig;eerste keer;vrouwen;mannen;Naam deelnemer\n;;;;;;\nA;B;1;1;1;0;x')
    expect(sheet).toMatchObject({ unread: ['Naam deelnemer'], faults: [], rows: [{ row: 5, cells: { group: 'A', men: '0' } }] })
  })

  it('without headings, with one twice or with an open quote says so', () => {
    expect(readSheet('groep;datum\nx;y').faults.map(({ column, code }) => `${column} ${code}`)).toEqual(
      ['present', 'firstTime', 'women', 'men'].map((column) => `${column} columnMissing`),
    )
    const twice = readSheet('group;date;present;firstTime;women;men;vrouwen\n"x')
    expect(twice.faults).toMatchObject([
      { row: 1, column: 'women', code: 'columnTwice' },
      { row: 2, code: 'quoteOpen' },
    ])
  })
})

describe('the lines of a list of faults', () => {
  const fault = (row: number): SheetFault => ({ row, column: 'women', code: 'sexesDoNotAddUp', value: String(row) })

  it('are one each, by row', () => {
    expect(linesOf([fault(4), fault(2)]).map(({ rows }) => rows)).toEqual([[[2, 2]], [[4, 4]]])
  })

  it('bring very many of one kind together, and leave none out', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 2, max: 60 }), { minLength: 6 }), (rows) => {
        const lines = linesOf(rows.map(fault), 5)
        expect(lines).toHaveLength(1)
        const named = lines[0]!.rows.flatMap(([from, until]) => Array.from({ length: until - from + 1 }, (_, index) => from + index))
        expect(named).toEqual([...rows].sort((a, b) => a - b))
      }),
    )
  })
})
