import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import Sqlite from 'better-sqlite3'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { municipalities } from '~/content/municipalities'
import { spokenLanguages } from '~/i18n/spoken-languages'
import { dateOfDay, dayNumber } from '~/domain/groups/tally'

// A million sessions of three years in every municipality, made up by arithmetic: the same each time. As in life they lie in the
// order in which they were recorded, and not by group.

type Cell = string | number | null
type Rows = Generator<Cell[]>

const sessionsOfGroup = 10
const firstDay = dayNumber('2023-11-01')
const days = 3 * 365

/** Ids that follow one another, as those of the site do (UUID version 7): `kind` keeps tables apart. */
function idOf(kind: number, number: number): string {
  return `0000000${kind}-0000-7000-8000-${number.toString(16).padStart(12, '0')}`
}

/** The id of a session, which the site works out from its form: none is near the one before. */
function sessionIdOf(number: number): string {
  const mixed = (Math.imul(number, 0x9e3779b1) >>> 0).toString(16).padStart(8, '0')
  return `${mixed}-0000-8000-a000-${number.toString(16).padStart(12, '0')}`
}

function moment(day: number): string {
  return `${dateOfDay(day)}T20:00:00.000+00:00`
}

const programmes = ['opvoeding', 'opvoeding', 'financieel', 'verandering']
const kinds = ['parents', 'parents', 'women', 'living-room', 'dialogue']
const audiences = ['women', 'men', 'mixed', 'mothers', 'fathers', 'parents']

function groupOf(number: number) {
  const municipality = municipalities[number % municipalities.length]!
  const language = spokenLanguages[(number * 7) % spokenLanguages.length]!
  return {
    id: idOf(2, number),
    organisationId: idOf(1, number % municipalities.length),
    municipality: municipality.code,
    programme: programmes[number % programmes.length]!,
    kind: kinds[Math.floor(number / 3) % kinds.length]!,
    audience: audiences[Math.floor(number / 5) % audiences.length]!,
    languages: number % 4 === 0 ? `,${['nl', language].sort().join(',')},` : `,${language},`,
    name: `Groep ${number}`,
    madeOn: firstDay + ((number * 37) % (days - 80)),
  }
}

function sessionOf(group: ReturnType<typeof groupOf>, number: number, index: number) {
  const present = 4 + ((number + index * 3) % 9)
  const men = (number + index) % 4
  const day = group.madeOn + 7 * index
  return {
    id: sessionIdOf(number * sessionsOfGroup + index),
    day,
    present,
    firstTime: index === 0 ? present : index % 3 === 0 ? 1 : 0,
    women: present - men,
    men,
  }
}

/** All sessions with their groups, in the order in which they were held and recorded. */
function* sessionsByDay(groups: number) {
  const byDay = Array.from({ length: days }, (): number[] => [])
  for (let number = 0; number < groups; number += 1) {
    const { madeOn } = groupOf(number)
    for (let index = 0; index < sessionsOfGroup; index += 1) byDay[madeOn - firstDay + 7 * index]!.push(number * sessionsOfGroup + index)
  }
  for (const numbers of byDay)
    for (const each of numbers) {
      const number = Math.floor(each / sessionsOfGroup)
      const group = groupOf(number)
      yield { group, session: sessionOf(group, number, each % sessionsOfGroup) }
    }
}

const tables = (groups: number): Record<string, { columns: string[]; rows: () => Rows }> => ({
  Organisation: {
    columns: ['id', 'name', 'kind', 'municipality', 'createdAt'],
    *rows() {
      for (const [index, { code, name }] of municipalities.entries())
        yield [idOf(1, index), `Stichting ${name}`, 'self-organisation', code, moment(firstDay)]
    },
  },
  OrganisationRevision: {
    columns: ['id', 'organisationId', 'number', 'name', 'kind', 'municipality', 'recordedAt'],
    *rows() {
      for (const [index, { code, name }] of municipalities.entries())
        yield [idOf(1, index), idOf(1, index), 1, `Stichting ${name}`, 'self-organisation', code, moment(firstDay)]
    },
  },
  Group: {
    columns: [
      ...['id', 'name', 'searchName', 'programme', 'kind', 'organisationId', 'municipality', 'audience', 'languages', 'createdAt'],
      ...['lastHeldOn', 'sessionsHeld', 'reached', 'revision'],
    ],
    *rows() {
      for (let number = 0; number < groups; number += 1) {
        const group = groupOf(number)
        const sessions = Array.from({ length: sessionsOfGroup }, (_, index) => sessionOf(group, number, index))
        const reached = sessions.reduce((sum, { firstTime }) => sum + firstTime, 0)
        yield [
          ...[
            group.id,
            group.name,
            group.name.toLowerCase(),
            group.programme,
            group.kind,
            group.organisationId,
            group.municipality,
            group.audience,
            group.languages,
          ],
          ...[moment(group.madeOn), dateOfDay(sessions.at(-1)!.day), sessionsOfGroup, reached, 1],
        ]
      }
    },
  },
  GroupRevision: {
    columns: [
      'id',
      'groupId',
      'number',
      'act',
      'recordedAt',
      'name',
      'programme',
      'kind',
      'organisationId',
      'municipality',
      'audience',
      'languages',
      'trainers',
    ],
    *rows() {
      for (let number = 0; number < groups; number += 1) {
        const { id, name, programme, kind, organisationId, municipality, audience, languages, madeOn } = groupOf(number)
        yield [id, id, 1, 'created', moment(madeOn), name, programme, kind, organisationId, municipality, audience, languages, '[]']
      }
    },
  },
  GroupTally: {
    columns: ['groupId', 'sessions', 'changedAt'],
    *rows() {
      for (let number = 0; number < groups; number += 1) {
        const group = groupOf(number)
        const sessions = Array.from({ length: sessionsOfGroup }, (_, index) => sessionOf(group, number, index))
        yield [
          group.id,
          sessions.map(({ day, present, firstTime, women, men }) => `${day},${present},${firstTime},${women},${men},0,0;`).join(''),
          moment(sessions.at(-1)!.day),
        ]
      }
    },
  },
  GroupSession: {
    columns: ['id', 'groupId', 'status', 'date', 'present', 'firstTime', 'women', 'men', 'unknown', 'revision', 'createdAt'],
    *rows() {
      for (const { group, session } of sessionsByDay(groups)) {
        const { id, day, present, firstTime, women, men } = session
        yield [id, group.id, 'registered', dateOfDay(day), present, firstTime, women, men, 0, 1, moment(day)]
      }
    },
  },
  GroupSessionRevision: {
    columns: [
      'id',
      'sessionId',
      'groupId',
      'number',
      'act',
      'status',
      'recordedAt',
      'date',
      'present',
      'firstTime',
      'women',
      'men',
      'unknown',
    ],
    *rows() {
      let order = 0
      for (const { group, session } of sessionsByDay(groups)) {
        const { id, day, present, firstTime, women, men } = session
        const own = [idOf(3, (order += 1)), id, group.id]
        yield [...own, 1, 'registered', 'registered', moment(day), dateOfDay(day), present, firstTime, women, men, 0]
      }
    },
  },
})

/** Writes so many groups with ten registered sessions each, and all that reports read of them, into a migrated database. */
export async function fillMillion(databaseUrl: string, groups = 100_000): Promise<void> {
  if (databaseUrl.startsWith('file:')) fillSqlite(databaseUrl.slice('file:'.length), groups)
  else await fillPostgresql(databaseUrl, groups)
}

function fillSqlite(file: string, groups: number): void {
  const db = new Sqlite(file)
  db.pragma('synchronous = OFF')
  db.pragma('cache_size = -200000')
  db.pragma('busy_timeout = 60000')
  for (const [table, { columns, rows }] of Object.entries(tables(groups))) {
    const names = columns.map((name) => `"${name}"`).join(', ')
    const insert = db.prepare(`INSERT INTO "${table}" (${names}) VALUES (${columns.map(() => '?').join(', ')})`)
    db.transaction(() => {
      for (const row of rows()) insert.run(row)
    })()
  }
  db.exec('ANALYZE')
  db.pragma('wal_checkpoint(TRUNCATE)')
  db.close()
}

async function fillPostgresql(url: string, groups: number): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    for (const [table, { columns, rows }] of Object.entries(tables(groups))) {
      const sink = client.query(copyFrom(`COPY "${table}" (${columns.map((name) => `"${name}"`).join(', ')}) FROM STDIN`))
      let text = ''
      for (const row of rows()) {
        text += `${row.map((cell) => (cell === null ? '\\N' : String(cell))).join('\t')}\n`
        if (text.length < 1 << 20) continue
        if (!sink.write(text)) await once(sink, 'drain')
        text = ''
      }
      sink.end(text)
      await finished(sink)
    }
    // As autovacuum leaves it behind: while it works itself, it takes half of the machine.
    await client.query('VACUUM (ANALYZE)')
    await client.query('CHECKPOINT')
  } finally {
    await client.end()
  }
}
