import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Person } from '~/domain/accounts/policy'
import { changeOrganisation } from '~/domain/accounts/organisations.server'
import { findGroup, factsOf } from '~/domain/groups/groups.server'
import { importSpreadsheet } from '~/domain/groups/import/import-spreadsheet.server'
import { undoImport, findImport } from '~/domain/groups/import/imports.server'
import { inTransaction, reviseGroupRow } from '~/domain/groups/groups-repository.server'
import { registerSession, reviseSession, withdrawSession } from '~/domain/groups/register-session.server'
import { sessionForm } from '~/domain/groups/schema'
import { findSessionRow, listSessionRows } from '~/domain/groups/sessions-repository.server'
import { getReport } from '~/domain/participation/get-report.server'
import { readRequest } from '~/domain/participation/read-request.server'
import type { Report } from '~/domain/participation/report'
import { sessionsIn } from '~/domain/participation/session-batch'
import { cellsOfSession } from '~/domain/participation/session-columns'
import { streamSessions } from '~/domain/participation/session-rows.server'
import { database } from '~/platform/db/client.server'
import { makeAccount, makeOrganisation } from '../factories/accounts'
import { addMember, makeCohort } from '../factories/cohorts'
import { headCount, makeGroup, makeSession } from '../factories/groups'

// A report of the present is worked out from summaries, one of the past from the revisions: both have to say the same.

const manager: Person = { id: crypto.randomUUID(), roles: [{ role: 'manager', organisationId: null }] }
let organisationId: string
let membership: string
let trainer: Person

beforeAll(async () => {
  organisationId = (await makeOrganisation({ municipality: 'GM0363' })).id
  const cohort = await makeCohort({ organisationId, startsOn: '2026-01-10', endsOn: '2026-03-01' })
  const account = await makeAccount({ roles: [{ role: 'trainer', organisationId }] })
  membership = await addMember(cohort, account.id, 'pool')
  trainer = { id: account.id, roles: [{ role: 'trainer', organisationId }] }
})

async function ask(query: Record<string, string> = {}) {
  const read = await readRequest({ disclosure: 'exact', ...query }, manager)
  if (!('asked' in read)) throw new Error(JSON.stringify(read))
  return read.asked
}

/** Everything that a report says, but for when it was made. */
function contentOf({ figures, trust, cascade, targets, organisationNames, loss }: Report) {
  return { figures, trust, cascade, targets, organisationNames, loss }
}

async function presentAndPast(query: Record<string, string>) {
  const present = contentOf(await getReport(await ask(query)))
  const past = contentOf(await getReport(await ask({ ...query, asOf: new Date().toISOString() })))
  return { present, past }
}

/** Makes the tallies look as if nothing was written for a week: then the past takes the group from the present, and not from the revisions. */
async function agePast(groupId: string) {
  const changedAt = new Date(Date.now() - 7 * 24 * 60 * 60 * 1000)
  await database().groupTally.update({ where: { groupId }, data: { changedAt } })
}

const form = (given: Record<string, unknown>) => ({
  ...sessionForm.parse({ firstTime: '0', unknown: '', revision: '1', ...given }),
  key: crypto.randomUUID(),
  revision: Number(given.revision ?? 1),
})

describe('the present', () => {
  const step = fc.record({
    kind: fc.constantFrom('register', 'register', 'correct', 'withdraw', 'plan', 'move', 'import', 'undo'),
    which: fc.nat(9),
    women: fc.nat(12),
    men: fc.nat(12),
    day: fc.integer({ min: 1, max: 250 }),
  })

  it('says what the revisions say, whatever was registered, corrected, withdrawn, moved, brought in and undone', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
        const group = await makeGroup({ organisationId, trainers: [membership] })
        const imports: string[] = []
        for (const { kind, which, women, men, day } of steps) {
          const at = (await findGroup(manager, group))!
          const date = new Date(Date.UTC(2026, 0, day)).toISOString().slice(0, 10)
          const sessions = (await listSessionRows(group, { withdrawn: false })).filter(({ status }) => status === 'registered')
          const session = sessions[which % Math.max(1, sessions.length)]
          const first = sessions.every((each) => each.date > date)
          const counts = {
            date,
            present: String(women + men),
            women: String(women),
            men: String(men),
            firstTime: first ? String(women + men) : '0',
          }
          if (kind === 'plan') await makeSession(group, { date })
          else if (kind === 'move') {
            const municipality = which % 2 ? 'GM0518' : 'GM0363'
            await inTransaction((tx) =>
              reviseGroupRow(tx, group, at.revision, { ...factsOf(at), municipality }, { act: 'changed', authorId: null }),
            )
          } else if (kind === 'import') {
            const { name } = at.organisation
            const row = `Lijst ${crypto.randomUUID()};${name};Opvoeding;Oudergroep;Utrecht;;moeders;ar;;${date};${women + 1};${women + 1};${women + 1};0;`
            const head =
              'group;organisation;programme;kind;municipality;place;audience;languages;trainer;date;present;firstTime;women;men;note'
            const made = await importSpreadsheet(manager, `${head}\n${row}`, { noNames: true })
            if ('outcome' in made && made.outcome === 'made') imports.push(made.id)
          } else if (kind === 'undo') {
            const found = imports.length > 0 ? await findImport(manager, imports.pop()!) : null
            if (found) await undoImport(manager, found)
          } else if (kind === 'register' || !session) await registerSession(trainer, at, form(counts))
          else if (kind === 'withdraw') await withdrawSession(trainer, session, { revision: session.revision, reason: 'dubbel' })
          else
            await reviseSession(trainer, at, (await findSessionRow(session.id))!, {
              ...form({ ...counts, revision: session.revision }),
              reason: 'beter geteld',
            })
        }
        const byMonth = await presentAndPast({ by: 'month,municipality' })
        expect(byMonth.present).toEqual(byMonth.past)
        for (const by of ['quarter,language', 'background', 'year,organisation']) {
          const { present, past } = await presentAndPast({ by })
          expect(present).toEqual(past)
        }
        await agePast(group)
        expect((await presentAndPast({ by: 'month,municipality' })).past).toEqual(byMonth.past)
      }),
      { numRuns: 8 },
    )
  })
})

describe('the past', () => {
  it('stays as it was known, after late registrations, corrections, and an organisation that moves', async () => {
    const group = await makeGroup({ organisationId, name: 'Vroeger' })
    const id = await makeSession(group, { date: '2026-05-05', ...headCount(8, { firstTime: 8 }) })
    const moment = new Date()
    const query = { by: 'month,municipality', asOf: moment.toISOString() }
    const rowsOf = async () => {
      const rows = []
      for await (const batch of streamSessions(await ask(query))) rows.push(...sessionsIn(batch).map(cellsOfSession))
      return rows
    }
    const before = { report: contentOf(await getReport(await ask(query))), rows: await rowsOf() }
    // The clock has to move on: what happens in the same millisecond happened then.
    while (Date.now() <= moment.getTime()) await new Promise(setImmediate)
    const at = (await findGroup(manager, group))!
    await makeSession(group, { date: '2026-05-12', ...headCount(9) })
    const session = (await findSessionRow(id))!
    await reviseSession(manager, at, session, {
      ...form({ date: '2026-05-05', present: '9', women: '9', men: '0', firstTime: '9', revision: 1 }),
      reason: 'een vergeten',
    })
    await changeOrganisation(manager, { id: organisationId }, { name: `Verhuisd ${crypto.randomUUID()}`, municipality: 'Utrecht' })
    expect({ report: contentOf(await getReport(await ask(query))), rows: await rowsOf() }).toEqual(before)
    const now = await getReport(await ask({ by: 'month,municipality' }))
    expect(now.figures).not.toEqual(before.report.figures)
  })

  it('cannot be asked for before the first data, or in the future', async () => {
    expect(await readRequest({ asOf: '2016-01-01' }, manager)).toEqual({ faults: [{ field: 'asOf', code: 'asOfTooEarly' }] })
    expect(await readRequest({ asOf: '2099-01-01' }, manager)).toEqual({ faults: [{ field: 'asOf', code: 'asOfInFuture' }] })
  })
})
