import { beforeAll, describe, expect, it } from 'vitest'
import { listAudit } from '~/domain/accounts/audit.server'
import type { Person, Role } from '~/domain/accounts/policy'
import { findMembership } from '~/domain/cohorts/repository.server'
import { answerEvaluation, findEvaluationByCode } from '~/domain/evaluations/answer-evaluation.server'
import { changeEvaluation } from '~/domain/evaluations/change-evaluation.server'
import { createEvaluation } from '~/domain/evaluations/create-evaluation.server'
import { findEvaluation, findSubject, listEvaluations } from '~/domain/evaluations/evaluations.server'
import { findResultsTogether, getResults } from '~/domain/evaluations/results.server'
import { database } from '~/platform/db/client.server'
import { makeAccount, makeOrganisation } from '../factories/accounts'
import { addMember, makeCohort } from '../factories/cohorts'
import { addAnswer, makeEvaluation } from '../factories/evaluations'
import { makeGroup, makeSession } from '../factories/groups'

async function personWith(role: Role, organisationId?: string): Promise<Person> {
  const { id } = await makeAccount({ roles: [{ role, ...(organisationId ? { organisationId } : {}) }] })
  return { id, roles: [{ role, organisationId: organisationId ?? null }] }
}

async function makeWorld() {
  const [east, west] = await Promise.all([makeOrganisation(), makeOrganisation()])
  const team = await makeOrganisation({ parentId: east.id })
  const cohort = await makeCohort({ organisationId: east.id, name: 'Cohort' })
  const trainer = await personWith('trainer', east.id)
  const stranger = await personWith('trainer', east.id)
  await addMember(cohort, trainer.id)
  await addMember(cohort, stranger.id)
  const membership = await findMembership(cohort.id, trainer.id)
  const group = await makeGroup({ organisationId: team.id, name: 'Groep', trainers: [membership!.id] })
  const session = await makeSession(group, { date: '2026-10-06' })
  const gone = await makeSession(group, { date: '2026-10-13', status: 'withdrawn' })
  return {
    team,
    cohort,
    group,
    session,
    gone,
    trainer,
    stranger,
    coordinator: await personWith('coordinator', east.id),
    neighbour: await personWith('coordinator', west.id),
    manager: await personWith('manager'),
    editor: await personWith('editor'),
  }
}

let world: Awaited<ReturnType<typeof makeWorld>>
beforeAll(async () => {
  world = await makeWorld()
})

const ofGroup = () => makeEvaluation({ groupId: world.group, organisationId: world.team.id })
const answerTimes = async (id: string, times: number, answers: Record<string, number | string>) => {
  for (let index = 0; index < times; index += 1) await addAnswer(id, answers)
}

describe('making an evaluation', () => {
  it('is for who coordinates the organisation; everything else looks as if it were not there', async () => {
    const { group, session, gone, cohort, coordinator, neighbour, manager, trainer } = world
    expect(await findSubject(coordinator, { kind: 'group', id: group })).toMatchObject({ name: 'Groep', date: null })
    expect(await findSubject(manager, { kind: 'session', id: session })).toMatchObject({ name: 'Groep', date: '2026-10-06' })
    expect(await findSubject(coordinator, { kind: 'cohort', id: cohort.id })).toMatchObject({ name: 'Cohort' })
    expect(await findSubject(neighbour, { kind: 'group', id: group })).toBeNull()
    // Her coordinator makes it; she shows it.
    expect(await findSubject(trainer, { kind: 'group', id: group })).toMatchObject({ access: 'counts' })
    expect(await createEvaluation(trainer, { kind: 'group', id: group }, { set: 'parents' })).toEqual({ field: 'subject' })
    expect(await findSubject(coordinator, { kind: 'session', id: gone })).toBeNull()
    expect(await findSubject(coordinator, { kind: 'cohortSession', id: crypto.randomUUID() })).toBeNull()
    const form = { set: 'parents' }
    expect(await createEvaluation(neighbour, { kind: 'group', id: group }, form)).toEqual({ field: 'subject' })
    expect(await createEvaluation(coordinator, { kind: 'group', id: group }, { set: 'trainers' })).toEqual({ field: 'set' })
    expect(await createEvaluation(coordinator, { kind: 'cohort', id: cohort.id }, { set: 'nonsense' })).toEqual({ field: 'set' })
  })

  it('happens once, however often the same form is sent', async () => {
    const { session, coordinator } = world
    const subject = { kind: 'session', id: session } as const
    const form = { key: crypto.randomUUID(), set: 'parents' }
    const [first, second] = await Promise.all([createEvaluation(coordinator, subject, form), createEvaluation(coordinator, subject, form)])
    if (!('id' in first)) throw new Error(first.field)
    expect(second).toEqual(first)
    expect(await createEvaluation(coordinator, subject, form)).toEqual(first)
    expect(await createEvaluation(coordinator, subject, { ...form, key: crypto.randomUUID() })).not.toEqual(first)
    expect(await findEvaluation(coordinator, first.id)).toMatchObject({
      about: { kind: 'session', name: 'Groep', date: '2026-10-06' },
      setId: 'parents',
      setVersion: 1,
      answers: 0,
      code: expect.stringMatching(/^\w{12}$/) as string,
      readableCode: expect.stringMatching(/^(\w{4}-){2}\w{4}$/) as string,
    })
    const { lines } = await listAudit({ skip: 0, take: 100 })
    const made = lines.filter(({ action, subject: about }) => action === 'evaluation.created' && about.id === first.id)
    expect(made).toHaveLength(1)
  })
})

describe('who sees an evaluation', () => {
  it('differs by role, in the list as on its page', async () => {
    const { coordinator, manager, trainer, stranger, neighbour, editor, cohort } = world
    const { id } = await ofGroup()
    // Her membership leads the group, and she is a trainer no more.
    const former: Person = { id: trainer.id, roles: [{ role: 'editor', organisationId: null }] }
    const cohorts = await makeEvaluation({ cohortId: cohort.id, organisationId: cohort.organisationId })
    const seen = async (person: Person) => {
      const { evaluations, total } = await listEvaluations(person, { skip: 0, take: 1000 })
      expect(evaluations).toHaveLength(total)
      const listed = evaluations.find((each) => each.id === id)?.access ?? null
      expect((await findEvaluation(person, id))?.access ?? null).toBe(listed)
      return [listed, evaluations.find((each) => each.id === cohorts.id)?.access ?? null]
    }
    expect(await seen(coordinator)).toEqual(['answers', 'answers'])
    expect(await seen(manager)).toEqual(['figures', 'figures'])
    expect(await seen(trainer)).toEqual(['counts', null])
    for (const person of [stranger, neighbour, editor, former]) expect(await seen(person)).toEqual([null, null])
  })

  it('follows the group to another organisation', async () => {
    const { coordinator, neighbour } = world
    const organisationId = neighbour.roles[0]!.organisationId!
    const group = await makeGroup({ organisationId, name: 'Verhuisd' })
    const { id } = await makeEvaluation({ groupId: group, organisationId: world.team.id })
    expect(await findEvaluation(coordinator, id)).toBeNull()
    expect(await findEvaluation(neighbour, id)).toMatchObject({ access: 'answers' })
  })
})

describe('an answer', () => {
  const sent = (key = crypto.randomUUID() as string) => ({
    key,
    scores: [{ questionId: 'meeting', score: 4 }],
    texts: [{ questionId: 'best', text: 'de thee' }],
  })
  const from = '192.0.2.1'

  it('counts once, also when the button is pressed twice', async () => {
    const { id } = await ofGroup()
    const answer = sent()
    const results = await Promise.all([1, 2, 3].map(() => answerEvaluation({ id }, answer, { language: 'ar', from })))
    expect(results).toEqual([{ ok: true }, { ok: true }, { ok: true }])
    expect(await answerEvaluation({ id }, { ...answer, scores: [] }, { language: 'nl', from })).toEqual({ ok: true })
    expect(await database().evaluationAnswer.findMany({ where: { evaluationId: id }, include: { scores: true, texts: true } })).toEqual([
      {
        id: answer.key,
        evaluationId: id,
        language: 'ar',
        answeredOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string,
        scores: [{ answerId: answer.key, questionId: 'meeting', score: 4 }],
        texts: [{ answerId: answer.key, questionId: 'best', text: 'de thee' }],
      },
    ])
  })

  it('from one place is taken two hundred times in an hour; from another one goes on', async () => {
    const { id } = await ofGroup()
    const first = sent()
    await answerEvaluation({ id }, first, { language: 'nl', from })
    // What is known already takes no room.
    for (let index = 0; index < 220; index += 1) await answerEvaluation({ id }, first, { language: 'nl', from })
    for (let index = 1; index < 200; index += 1)
      expect(await answerEvaluation({ id }, sent(), { language: 'nl', from })).toEqual({ ok: true })
    expect(await answerEvaluation({ id }, sent(), { language: 'nl', from })).toEqual({ ok: false, code: 'evaluationBusy', minutes: 60 })
    expect(await answerEvaluation({ id }, sent(), { language: 'nl', from: '198.51.100.7' })).toEqual({ ok: true })
    expect(await database().evaluationAnswer.count({ where: { evaluationId: id } })).toBe(201)
  })
})

describe('closing', () => {
  it('is for who coordinates; the same code works again after reopening', async () => {
    const { coordinator, trainer, manager } = world
    const { id, code } = await ofGroup()
    const seenBy = async (person: Person) => (await findEvaluation(person, id))!
    const isOpen = async () => (await findEvaluationByCode(code))?.open
    expect(await changeEvaluation(trainer, await seenBy(trainer), 'close')).toBe(false)
    expect(await isOpen()).toBe(true)
    expect(await changeEvaluation(coordinator, await seenBy(coordinator), 'close')).toBe(true)
    expect(await changeEvaluation(coordinator, await seenBy(coordinator), 'close')).toBe(true)
    expect(await isOpen()).toBe(false)
    expect(await changeEvaluation(manager, await seenBy(manager), 'reopen')).toBe(true)
    expect(await isOpen()).toBe(true)
    const { lines } = await listAudit({ skip: 0, take: 100 })
    expect(lines.filter(({ subject }) => subject.id === id).map(({ action }) => action)).toEqual([
      'evaluation.reopened',
      'evaluation.closed',
    ])
  })

  it('finds a code as it is typed over from paper, and nothing behind another one', async () => {
    const { id, code } = await ofGroup()
    const typed = ` ${code.toUpperCase().replace(/.{4}(?=.)/g, '$&-')} `
    expect(await findEvaluationByCode(typed)).toMatchObject({ id, open: true })
    expect(await findEvaluationByCode('0000-0000-0000')).toBeNull()
    expect(await findEvaluationByCode('')).toBeNull()
  })
})

describe('what was withdrawn', () => {
  it('takes no answers, and counts with no others', async () => {
    const { team, cohort, coordinator, trainer } = world
    const organisationId = team.id
    const membership = await findMembership(cohort.id, trainer.id)
    const group = await makeGroup({ organisationId, trainers: [membership!.id] })
    const [stays, session] = [await makeSession(group, { date: '2026-10-06' }), await makeSession(group, { date: '2026-10-13' })]
    const [first, second, gone] = [
      await makeEvaluation({ groupId: group, organisationId }),
      await makeEvaluation({ sessionId: stays, organisationId }),
      await makeEvaluation({ sessionId: session, organisationId }),
    ]
    await answerTimes(gone.id, 3, { meeting: 1 })
    const together = async (id: string) => findResultsTogether(coordinator, (await findEvaluation(coordinator, id))!)
    const hers = async () => getResults((await findEvaluation(trainer, gone.id))!)
    expect(await hers()).toMatchObject({ untilClosed: true })
    const isOpen = async ({ code }: { code: string }) => (await findEvaluationByCode(code))!.open
    expect(await together(first.id)).toMatchObject({ evaluations: 3, answers: 3 })
    await database().groupSession.update({ where: { id: session }, data: { status: 'withdrawn' } })
    expect(await isOpen(gone)).toBe(false)
    expect(await isOpen(second)).toBe(true)
    expect(await together(first.id)).toMatchObject({ evaluations: 2, answers: 0 })
    expect(await together(gone.id)).toBeNull()
    // What was answered before is still there to read, and no more comes.
    expect(await hers()).toMatchObject({ untilClosed: false, few: true })
    expect(await findEvaluation(coordinator, gone.id)).toMatchObject({ withdrawn: true, answers: 3 })

    await database().group.update({ where: { id: group }, data: { withdrawnAt: new Date() } })
    for (const each of [first, second]) expect(await isOpen(each)).toBe(false)
    expect(await together(first.id)).toBeNull()

    const meeting = await database().cohortSession.create({ data: { cohortId: cohort.id, date: '2026-10-01' } })
    const ofMeeting = await makeEvaluation({ cohortSessionId: meeting.id, organisationId })
    expect(await isOpen(ofMeeting)).toBe(true)
    await database().cohortSession.update({ where: { id: meeting.id }, data: { withdrawnAt: new Date() } })
    expect(await isOpen(ofMeeting)).toBe(false)
  })
})

describe('results', () => {
  const seen = async (person: Person, id: string) => {
    const evaluation = (await findEvaluation(person, id))!
    return { own: await getResults(evaluation), together: await findResultsTogether(person, evaluation) }
  }

  it('show what people wrote to the coordinator alone', async () => {
    const { coordinator, manager, trainer } = world
    const { id } = await ofGroup()
    await addAnswer(id, { meeting: 5, best: 'een' })
    await addAnswer(id, { meeting: 2, best: 'twee', better: 'drie' }, { language: 'ti' })
    const textsOf = async (person: Person) => (await seen(person, id)).own.questions.map(({ texts }) => texts && [...texts].sort())
    expect(await textsOf(coordinator)).toEqual([null, null, null, null, ['een', 'twee'], ['drie']])
    for (const person of [manager, trainer]) expect((await textsOf(person)).every((texts) => texts === null)).toBe(true)
  })

  it('are rounded for a trainer, once it is closed and there are eight', async () => {
    const { coordinator, trainer } = world
    const { id } = await ofGroup()
    await answerTimes(id, 7, { meeting: 4 })
    expect((await seen(coordinator, id)).own).toMatchObject({ answers: 7, few: true })
    expect((await seen(coordinator, id)).own.questions[0]!.summary).toMatchObject({ count: 7, mean: 4, counts: [0, 0, 0, 7, 0] })
    expect((await seen(trainer, id)).own).toMatchObject({ answers: 7, few: true })
    expect((await seen(trainer, id)).own.questions[0]!.summary).toBeNull()
    await answerTimes(id, 1, { meeting: 1, clear: 3 })
    // Who looked before and after the eighth would know what it said.
    const open = (await seen(trainer, id)).own
    expect(open).toMatchObject({ answers: 8, few: false, untilClosed: true })
    expect(open.questions.every(({ summary }) => summary === null)).toBe(true)
    expect((await seen(coordinator, id)).own.untilClosed).toBe(false)
    await changeEvaluation(coordinator, { id, access: 'answers' }, 'close')
    const closed = (await seen(trainer, id)).own
    expect(closed.untilClosed).toBe(false)
    expect(closed.questions[0]!.summary).toEqual({ questionId: 'meeting', count: 10, counts: null, mean: 3.6, deviation: 1 })
    // Eight forms, but this question was answered once.
    expect(closed.questions.find((question) => question.id === 'clear')!.summary).toBeNull()
    expect((await seen(coordinator, id)).own.questions[0]!.summary).toMatchObject({ count: 8, counts: [1, 0, 0, 7, 0], mean: 3.625 })
    await changeEvaluation(coordinator, { id, access: 'answers' }, 'reopen')
    expect((await seen(trainer, id)).own.questions[0]!.summary).toBeNull()
  })

  it('come together for a group with its sessions, and not from elsewhere', async () => {
    const { team, coordinator, trainer } = world
    const membership = await findMembership(world.cohort.id, trainer.id)
    const group = await makeGroup({ organisationId: team.id, trainers: [membership!.id] })
    const session = await makeSession(group, { date: '2026-10-20' })
    const organisationId = team.id
    const [whole, one] = [
      await makeEvaluation({ groupId: group, organisationId }),
      await makeEvaluation({ sessionId: session, organisationId }),
    ]
    await answerTimes(whole.id, 2, { meeting: 5, best: 'a' })
    expect((await seen(coordinator, whole.id)).own.evaluations).toBe(1)
    await answerTimes(one.id, 3, { meeting: 3 })
    const { own, together } = await seen(coordinator, one.id)
    expect(own).toMatchObject({ evaluations: 1, answers: 3 })
    expect(together).toMatchObject({ evaluations: 2, answers: 5 })
    expect(together!.questions[0]!.summary).toMatchObject({ counts: [0, 0, 3, 0, 2], mean: 3.8 })
    expect(together!.questions[4]!.texts).toEqual(['a', 'a'])
    // One could take one from the other.
    expect((await seen(trainer, one.id)).together).toBeNull()
    expect((await seen(coordinator, (await ofGroup()).id)).together!.answers).not.toBe(5)
  })

  it('hold five hundred texts at most', async () => {
    const { coordinator } = world
    const { id } = await ofGroup()
    for (let index = 0; index < 502; index += 1) await addAnswer(id, { best: `tekst ${index}` })
    const texts = (await seen(coordinator, id)).own.questions.flatMap((question) => question.texts ?? [])
    expect(new Set(texts).size).toBe(500)
    expect((await seen(coordinator, id)).own.answers).toBe(502)
  })

  it('come together for a cohort with its meetings', async () => {
    const { coordinator } = world
    const cohort = await makeCohort({ organisationId: world.team.id })
    const meeting = await database().cohortSession.create({ data: { cohortId: cohort.id, date: '2026-10-01' } })
    const organisationId = world.team.id
    const whole = await makeEvaluation({ cohortId: cohort.id, organisationId })
    const one = await makeEvaluation({ cohortSessionId: meeting.id, organisationId })
    await answerTimes(whole.id, 1, { training: 4 })
    await answerTimes(one.id, 1, { training: 2 })
    expect((await findEvaluation(coordinator, one.id))!.about).toMatchObject({ kind: 'cohortSession', date: '2026-10-01' })
    expect((await seen(coordinator, whole.id)).together).toMatchObject({ evaluations: 2, answers: 2 })
  })
})
