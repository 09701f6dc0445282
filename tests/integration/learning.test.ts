import { describe, expect, it } from 'vitest'
import { listLessons } from '~/content/lessons'
import { findCourse } from '~/content/read'
import { listAudit } from '~/domain/accounts/audit.server'
import { claimCertificate } from '~/domain/cohorts/claim-certificate.server'
import { choiceIsValid, findQuestion, noteAnswer } from '~/domain/courses/answer-question.server'
import { findCertificateByCode, issueCertificate } from '~/domain/courses/certificates.server'
import { finishLesson } from '~/domain/courses/finish-lesson.server'
import { getLearning, openLesson, setWithoutTests } from '~/domain/courses/learning.server'
import { forgetReflections, getReflections, keepReflection } from '~/domain/courses/reflections.server'
import { database } from '~/platform/db/client.server'
import { makeAccount, makeOrganisation } from '../factories/accounts'
import { addMember, makeCohort } from '../factories/cohorts'

const course = findCourse('opvoeding')!
const lessons = listLessons(course)
const [first, second] = [lessons[0]!, lessons[1]!]

async function learner(given: { withoutTests?: boolean; keepReflections?: boolean } = {}) {
  const { id } = await makeAccount()
  return { id, withoutTests: false, keepReflections: false, ...given }
}

async function answerEverything(id: string) {
  for (const lesson of lessons) for (const question of lesson.questionIds) await noteAnswer(id, course.id, lesson, question, 'nl')
}

describe('progress', () => {
  it('is one, in whatever language a lesson is read', async () => {
    const noor = await learner()
    await finishLesson(noor, course, first, 'ar')
    await finishLesson(noor, course, first, 'nl')
    const { standing, next } = await finishLesson(noor, course, second, 'ti')
    expect(standing).toMatchObject({ finished: 2, total: lessons.length, complete: false })
    expect(next?.id).toBe(lessons[2]!.id)
    const learning = await getLearning(noor, course)
    expect(learning.finishedLessons.sort()).toEqual([first.id, second.id].sort())
    expect(learning).toMatchObject({ enrolled: true, nextLessonId: lessons[2]!.id })
  })

  it('goes on where somebody was, in the language she was reading', async () => {
    const noor = await learner()
    await finishLesson(noor, course, first, 'nl')
    await openLesson(noor, course, lessons[4]!, 'so')
    expect(await getLearning(noor, course)).toMatchObject({ nextLessonId: lessons[4]!.id, lastLessonId: lessons[4]!.id, language: 'so' })
  })

  it('is not kept of who only looks around', async () => {
    const noor = await learner()
    await openLesson(noor, course, first, 'nl')
    expect(await getLearning(noor, course)).toMatchObject({ enrolled: false, lastLessonId: null, finishedLessons: [] })
    expect(await database().enrolment.count({ where: { accountId: noor.id } })).toBe(0)
  })

  it('counts once when the button is pressed twice', async () => {
    const noor = await learner()
    await Promise.all([finishLesson(noor, course, first, 'nl'), finishLesson(noor, course, first, 'nl')])
    expect((await getLearning(noor, course)).standing.finished).toBe(1)
  })
})

describe('a question', () => {
  const lesson = lessons.find((each) => each.questionIds.length > 0)!
  const question = findQuestion(lesson, 'nl', lesson.questionIds[0]!)!

  it('is noted as answered, and never what was answered', async () => {
    const noor = await learner()
    await noteAnswer(noor.id, course.id, lesson, question.id, 'ar')
    const rows = await database().questionAnswered.findMany({ where: { accountId: noor.id } })
    expect(rows.map((row) => Object.keys(row).sort())).toEqual([['accountId', 'answeredAt', 'courseId', 'lessonId', 'questionId']])
    expect((await getLearning(noor, course)).standing.openQuestions).not.toContain(`${lesson.id}/${question.id}`)
  })

  it('takes only options that it has', () => {
    const ids = question.options.map((option) => option.id)
    expect(choiceIsValid(question, [])).toBe(false)
    expect(choiceIsValid(question, ['z'])).toBe(false)
    expect(choiceIsValid(question, question.form === 'order' ? ids : [ids[0]!])).toBe(true)
  })
})

describe('a course is complete', () => {
  it('when every lesson is finished and every question answered, right or wrong', async () => {
    const noor = await learner()
    for (const lesson of lessons) await finishLesson(noor, course, lesson, 'nl')
    const before = await getLearning(noor, course)
    expect(before.standing.complete).toBe(false)
    expect(before.standing.openQuestions.length).toBeGreaterThan(0)
    expect(await issueCertificate(noor, course, 'Te Vroeg', null)).toBeNull()
    await answerEverything(noor.id)
    expect((await getLearning(noor, course)).standing).toMatchObject({ complete: true, openQuestions: [] })
  })

  it('without any question in the no-test mode, of the account or of the course', async () => {
    const [own, forCourse] = [await learner({ withoutTests: true }), await learner()]
    await setWithoutTests({ accountId: forCourse.id, courseId: course.id }, true, 'nl')
    for (const noor of [own, forCourse]) {
      for (const lesson of lessons) await finishLesson(noor, course, lesson, 'fa')
      expect((await getLearning(noor, course)).standing.complete).toBe(true)
    }
    await setWithoutTests({ accountId: forCourse.id, courseId: course.id }, false, 'nl')
    expect((await getLearning(forCourse, course)).standing.complete).toBe(false)
  })
})

describe('a certificate', () => {
  async function finished() {
    const noor = await learner({ withoutTests: true })
    for (const lesson of lessons) await finishLesson(noor, course, lesson, 'nl')
    return noor
  }

  it('is issued once, also when it is asked for many times at the same moment', async () => {
    const noor = await finished()
    const codes = await Promise.all(Array.from({ length: 5 }, () => claimCertificate(noor, course, 'نور حسن')))
    expect(new Set(codes).size).toBe(1)
    expect(await database().certificate.count({ where: { accountId: noor.id } })).toBe(1)
    const { lines } = await listAudit({ skip: 0, take: 500 })
    expect(lines.filter((line) => line.action === 'certificate.issued' && line.actor?.id === noor.id)).toHaveLength(1)
  })

  it('keeps what stands on it, and names the cohort', async () => {
    const noor = await finished()
    const organisation = await makeOrganisation()
    const cohort = await makeCohort({ organisationId: organisation.id, name: 'Najaar' })
    await addMember(cohort, noor.id)
    const code = (await claimCertificate(noor, course, 'Noor de Vries'))!
    expect(await claimCertificate(noor, course, 'Iemand Anders')).toBe(code)
    await database().cohort.update({ where: { id: cohort.id }, data: { name: 'Anders' } })
    const typed = code.toUpperCase().replace(/(.{4})/g, '$1 ')
    expect(await findCertificateByCode(typed)).toMatchObject({
      name: 'Noor de Vries',
      cohortName: 'Najaar',
      hours: course.certificate!.hours,
    })
    expect(await findCertificateByCode(`${code.slice(0, -1)}!`)).toBeNull()
  })
})

describe('a reflection', () => {
  const lesson = lessons.find((each) => each.reflectionIds.length > 0)!
  const id = lesson.reflectionIds[0]!

  it('is kept only for who chose so, and goes when she chooses otherwise', async () => {
    const [open, closed] = [await learner({ keepReflections: true }), await learner()]
    expect(await keepReflection(closed, course.id, lesson, id, 'Niet voor jullie.')).toBe(false)
    expect(await keepReflection(open, course.id, lesson, 'no-such-one', 'x')).toBe(false)
    expect(await keepReflection(open, course.id, lesson, id, 'Alleen voor mij.')).toBe(true)
    expect(await getReflections(open, course.id, lesson)).toEqual(new Map([[id, 'Alleen voor mij.']]))
    expect(await getReflections({ ...open, keepReflections: false }, course.id, lesson)).toEqual(new Map())
    await keepReflection(open, course.id, lesson, id, '')
    expect(await database().reflection.count({ where: { accountId: open.id } })).toBe(0)
    await keepReflection(open, course.id, lesson, id, 'Nog eens.')
    await forgetReflections(open.id)
    expect(await database().reflection.count({ where: { accountId: open.id } })).toBe(0)
    expect(await database().reflection.count({ where: { accountId: closed.id } })).toBe(0)
  })
})
