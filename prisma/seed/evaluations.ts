import { addAnswer, makeEvaluation } from '../../tests/factories/evaluations'

interface Places {
  organisationId: string
  coordinatorId: string
  cohortId: string
  /** A group with parents, once there is one. */
  groupId?: string
}

/** What trainers of the demo cohort thought: enough of them for figures. */
const trainers: [training: number, belonging: number, clear: number, ready: number][] = [
  [5, 5, 4, 3],
  [4, 5, 4, 4],
  [5, 4, 3, 3],
  [4, 4, 5, 4],
  [3, 5, 2, 3],
  [5, 5, 4, 5],
  [4, 3, 4, 2],
  [4, 5, 5, 4],
  [5, 4, 3, 4],
]

const trainersWrote = [
  { language: 'nl', helped: 'Oefenen in kleine groepjes, met echte voorbeelden.', needed: 'Meer tijd voor de moeilijke momenten.' },
  { language: 'ar', helped: 'الأمثلة من الحياة اليومية.', needed: 'أوراق جاهزة للطباعة بلغتي.' },
  { language: 'ti', helped: 'ነቲ ትምህርቲ ብቋንቋይ ምንባብ።', needed: '' },
]

/** What parents of a group thought: too few to show to everybody. */
const parents: [meeting: number, belonging: number, clear: number, home: number][] = [
  [5, 5, 4, 4],
  [4, 5, 5, 4],
  [4, 4, 3, 3],
  [5, 5, 5, 5],
  [3, 4, 4, 2],
]

const parentsWrote = [
  { language: 'ar', best: 'أن الجميع استمع إلى الجميع.', better: '' },
  { language: 'so', best: 'Shaaha iyo sheekada.', better: 'Waqti dheeraad ah.' },
]

/** One evaluation that trainers answered, and one of parents where there is a group. All are open. */
export async function loadEvaluations({ organisationId, coordinatorId: createdById, cohortId, groupId }: Places): Promise<void> {
  const ofCohort = await makeEvaluation({ organisationId, cohortId, createdById })
  for (const [index, [training, belonging, clear, ready]] of trainers.entries()) {
    const { language = 'nl', ...texts } = trainersWrote[index] ?? {}
    await addAnswer(ofCohort.id, { training, belonging, clear, ready, ...written(texts) }, { language })
  }
  if (!groupId) return
  const ofGroup = await makeEvaluation({ organisationId, groupId, createdById })
  for (const [index, [meeting, belonging, clear, home]] of parents.entries()) {
    const { language = 'nl', ...texts } = parentsWrote[index] ?? {}
    await addAnswer(ofGroup.id, { meeting, belonging, clear, home, ...written(texts) }, { language })
  }
}

/** What women thought of one training after the other: ten of each answered, on the last day. */
export async function loadWomensEvaluations(
  trainings: { groupId: string; organisationId: string; endedOn: string }[],
  createdById: string,
): Promise<void> {
  for (const [number, { groupId, organisationId, endedOn }] of trainings.entries()) {
    const { id } = await makeEvaluation({ organisationId, groupId, createdById })
    for (let woman = 0; woman < 10; woman += 1) {
      // Most are content, each training a little otherwise.
      const score = (shift: number) => 5 - ((woman * 7 + number * 3 + shift) % 11 > 7 ? 2 : (woman + number + shift) % 2)
      const answers = { meeting: score(0), belonging: score(1), clear: score(4), home: score(6) }
      await addAnswer(id, answers, { language: (['nl', 'ar', 'so', 'ti'] as const)[woman % 4]!, answeredOn: endedOn })
    }
  }
}

/** Without what was left empty. */
function written(texts: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== ''))
}
