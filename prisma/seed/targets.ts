import { idFrom } from '~/platform/db/id-from.server'
import { createTargetRow, inTransaction, type TargetFacts } from '~/domain/participation/targets-repository.server'

const letter = 'Kamerbrief 36 659, nr. 1 (19 november 2024)'
const answers = 'Lijst van vragen en antwoorden 35 341, nr. 17 (2023)'

const nowhere = { programme: null, kind: null, organisationId: null, municipality: null, background: null }
// The plan that the roll-out belongs to runs for these four years; the paper gives no days.
const rollOut = { from: '2022-01-01', to: '2025-12-31' }
const trained = { ...nowhere, ...rollOut, indicator: 'trainers-trained', programme: 'opvoeding', source: answers } as const

/**
 * The targets that stand in public papers. Two figures of those papers are none here: the four municipalities whose professionals
 * get the infographic (municipalities are not an indicator), and the thousand parents a year of Weerbaar Opvoeden (what that method
 * reaches by itself, not what this module aims at).
 */
const targets: TargetFacts[] = [
  { ...trained, value: 20 },
  { ...trained, background: 'pool', value: 10 },
  { ...trained, background: 'volunteer', value: 10 },
  { ...nowhere, indicator: 'people-reached', programme: 'financieel', from: '2023-09-01', to: '2025-08-31', value: 40, source: letter },
  // The paper says: over 100 meetings a year.
  ...['2024', '2025'].map((year) => ({
    ...nowhere,
    indicator: 'sessions-held',
    programme: 'verandering' as const,
    from: `${year}-01-01`,
    to: `${year}-12-31`,
    value: 100,
    source: letter,
  })),
]

/** Sets the targets of the demo data. */
export async function loadTargets(): Promise<void> {
  await inTransaction(async (tx) => {
    for (const facts of targets) await createTargetRow(tx, idFrom('demo-target', facts), facts, null)
  })
}
