import { listLessons } from '~/content/lessons'
import { findCourse } from '~/content/read'
import { createInvitationsFor } from '~/domain/accounts/invitations.server'
import type { Person, Role } from '~/domain/accounts/policy'
import { findSetting, putSetting } from '~/domain/accounts/repository.server'
import { claimCertificate } from '~/domain/cohorts/claim-certificate.server'
import { finishLesson } from '~/domain/courses/finish-lesson.server'
import type { Language } from '~/i18n/languages'
import { addMember, makeCohort } from '../../tests/factories/cohorts'
import { makeAccount, makeOrganisation } from '../../tests/factories/accounts'
import { recordWhenItHappened } from '../../tests/factories/recorded'
import { clearDemoData } from './clear'
import { loadCertificates, loadMeetings, loadPractice } from './cohorts'
import { loadEvaluations, loadWomensEvaluations } from './evaluations'
import { loadGroups } from './groups'
import { loadReach } from './reach'
import { loadTargets } from './targets'

// Everybody and every organisation in here is plainly invented. The accounts exist in demo mode only: a database is
// bound to its mode (app/server/serve.ts).

/** The password of every demo account; it stands in README.md. */
export const demoPassword = 'leerkring-demo'

const member = (userName: string, language: Language, background: 'pool' | 'volunteer', finished: number) => ({
  userName,
  language,
  background,
  finished,
})

/** The seven of the first cohort, each as far as her or his time allowed. */
const members = [
  member('trainer-demo', 'nl', 'volunteer', 4),
  member('trainer-arabisch-demo', 'ar', 'volunteer', 2),
  member('trainer-somali-demo', 'so', 'volunteer', 7),
  member('trainer-tigrinya-demo', 'ti', 'pool', 1),
  member('trainer-dari-demo', 'fa', 'volunteer', 0),
  member('trainer-turks-demo', 'tr', 'pool', 12),
  member('trainer-klaar-demo', 'nl', 'pool', Infinity),
]

/**
 * Loads the demo data once; a database that has all of it is left as it is. Where loading was broken off, nobody can have used
 * the site yet: it begins anew.
 */
export async function loadDemoData(): Promise<void> {
  const state = await findSetting('demo-data')
  if (state === 'loaded') return
  if (state === 'loading') await clearDemoData()
  await putSetting('demo-data', 'loading')
  const linde = await makeOrganisation({ name: 'Demostichting De Linde', kind: 'coordinating' })
  const brug = await makeOrganisation({ name: 'Demovereniging De Brug', kind: 'self_organisation', parentId: linde.id })
  const waterdam = await makeOrganisation({ name: 'Demogemeente Waterdam', kind: 'municipality' })
  const women = { kind: 'womens_organisation' as const, parentId: linde.id }
  const amsterdam = await makeOrganisation({ name: 'Demovrouwenhuis aan het IJ', municipality: 'GM0363', ...women })
  const theHague = await makeOrganisation({ name: 'Demovrouwenhuis aan Zee', municipality: 'GM0518', ...women })

  const account = (userName: string, roles: { role: Role; organisationId?: string }[], language: Language = 'nl') =>
    makeAccount({ userName, email: `${userName}@voorbeeld.example`, password: demoPassword, language, demo: true, roles })
  await account('beheer-demo', [{ role: 'administrator' }])
  await account('redactie-demo', [{ role: 'editor' }])
  await account('manager-demo', [{ role: 'manager' }])
  const coordinator = await account('coordinator-demo', [{ role: 'coordinator', organisationId: linde.id }])
  await account('buur-demo', [{ role: 'coordinator', organisationId: waterdam.id }])

  const cohort = await makeCohort({ organisationId: linde.id, name: 'Demogroep najaar', startsOn: '2026-09-07', endsOn: '2026-12-14' })
  await makeCohort({ organisationId: brug.id, name: 'Demogroep De Brug', startsOn: '2027-01-11', endsOn: '2027-04-12' })
  let present = ''
  for (const each of members) {
    const { id } = await account(each.userName, [{ role: 'trainer', organisationId: linde.id }], each.language)
    const membership = await addMember(cohort, id, each.background, each.language)
    if (each.userName === 'trainer-demo') present = membership
    await learn(id, each)
  }
  const person = { id: coordinator.id, roles: [] }
  await loadMeetings(person, cohort)
  const cohort2024 = await load2024(linde.id, account, person)
  const organisations = { parents: linde.id, amsterdam: amsterdam.id, theHague: theHague.id }
  const groups = await loadGroups(organisations, { cohort2024, present }, coordinator.id)
  await loadEvaluations({ organisationId: linde.id, coordinatorId: coordinator.id, cohortId: cohort.id, groupId: groups.present })
  await loadWomensEvaluations(groups.womens, coordinator.id)
  await loadTargets()
  await loadReach()
  await recordWhenItHappened()
  await createInvitationsFor({ role: 'trainer', organisationId: linde.id, cohortId: cohort.id, background: 'volunteer' }, 3, coordinator.id)
  await putSetting('demo-data', 'loaded')
}

type MakeAccount = (userName: string, roles: { role: Role; organisationId?: string }[], language?: Language) => Promise<{ id: string }>

/** The seven key persons who were trained first, and had their half year of practice until August 2024. @returns their memberships */
async function load2024(organisationId: string, account: MakeAccount, person: Person): Promise<string[]> {
  const cohort = await makeCohort({ organisationId, name: 'Demogroep 2024', startsOn: '2023-11-06', endsOn: '2024-02-12' })
  const members: { id: string; accountId: string; background: 'pool' | 'volunteer' }[] = []
  for (let number = 1; number <= 7; number += 1) {
    const { id } = await account(`trainer-2024-${number}-demo`, [{ role: 'trainer', organisationId }])
    const background = number <= 3 ? 'pool' : 'volunteer'
    members.push({ id: await addMember(cohort, id, background), accountId: id, background })
  }
  await loadCertificates(cohort, members)
  await loadPractice(person, cohort, members)
  return members.map((member) => member.id)
}

/** Finishes the first lessons; who finishes all of them does so without questions and gets a certificate. */
async function learn(accountId: string, { language, finished }: { language: Language; finished: number }): Promise<void> {
  const course = findCourse('opvoeding')
  if (!course) return
  const learner = { id: accountId, withoutTests: finished === Infinity, keepReflections: false }
  for (const lesson of listLessons(course).slice(0, finished)) await finishLesson(learner, course, lesson, language)
  if (finished === Infinity) await claimCertificate(learner, course, 'Demi Demonstratie')
}
