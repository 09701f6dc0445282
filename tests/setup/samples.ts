// What the demo data holds, for addresses with a parameter.
import { fileURLToPath } from 'node:url'
import type { ItemFile } from '~/content/library/types'
import { getCatalogue } from '~/content/read'
import { codeOf } from '~/domain/accounts/codes.server'
import { createInvitationsFor, listOpenInvitations } from '~/domain/accounts/invitations.server'
import { listPeople } from '~/domain/accounts/list-people.server'
import type { Person, Role } from '~/domain/accounts/policy'
import { makeSignInLink } from '~/domain/accounts/sign-in-links.server'
import { listCohorts } from '~/domain/cohorts/cohorts.server'
import { listMeetings } from '~/domain/cohorts/meetings.server'
import { changeCalendar, findCalendarCode } from '~/domain/groups/calendar-feed.server'
import { listEvaluations } from '~/domain/evaluations/evaluations.server'
import { listGroups } from '~/domain/groups/groups.server'
import { importSpreadsheet } from '~/domain/groups/import/import-spreadsheet.server'
import { templateOf } from '~/domain/groups/import/template'
import { groupSearch } from '~/domain/groups/schema'
import { listSessionsOf } from '~/domain/groups/sessions.server'
import { listTargetsAsOf } from '~/domain/participation/targets.server'
import { addMedia } from '~/domain/library/add-media.server'
import { findSlot } from '~/domain/library/find-slot.server'
import { listCertificates } from '~/domain/courses/certificates.server'
import { startSession } from '~/platform/auth/sessions.server'

/** The accounts of the demo data, one for each role. */
export const demoAccounts = {
  trainer: 'trainer-demo',
  coordinator: 'coordinator-demo',
  neighbour: 'buur-demo',
  manager: 'manager-demo',
  editor: 'redactie-demo',
  administrator: 'beheer-demo',
} as const
export type DemoRole = keyof typeof demoAccounts

export interface Samples {
  /** Values for the parameters in app/routes.ts, by name. */
  params: Record<string, string>
  /** The same where another page needs another one: a certificate's and an invitation's code are both `code`. */
  joinCode: string
  evaluationCode: string
  /** A session that is planned: what was held is not moved. */
  plannedSession: string
  /** What stands in the session cookie of each demo account. */
  sessions: Record<DemoRole, string>
}

/** Looks up a sample of everything that an address can name. */
export async function findSamples(): Promise<Samples> {
  const { people } = await listPeople('', { skip: 0, take: 100 })
  const idOf = (userName: string) => people.find((person) => person.userName === userName)!.id
  const everything = { id: idOf('beheer-demo'), roles: [{ role: 'administrator', organisationId: null }] }
  const cohort = (await listCohorts(everything)).find((each) => each.name === 'Demogroep najaar')!
  const [invitation] = await listOpenInvitations(cohort.id)
  const [certificate] = await listCertificates(idOf('trainer-klaar-demo'))
  const link = await makeSignInLink('trainer-tigrinya-demo@voorbeeld.example')
  const { evaluations } = await listEvaluations(everything, { skip: 0, take: 100 })
  const evaluation = evaluations.find(({ about }) => about.name === cohort.name)!
  const { groups } = await listGroups(everything, groupSearch.parse({ q: 'Demopark' }), { skip: 0, take: 1 })
  const group = groups[0]!
  const { past, planned } = await listSessionsOf(group)
  const session = past[0]!
  const plannedSession = planned[0]!.id
  const imported = await importSpreadsheet(everything, templateOf('Demostichting De Linde'), { noNames: true })
  if (!invitation || !certificate || !link) throw new Error('The demo data lacks an invitation, a certificate or an account with e-mail.')
  const sample = sampleFile()
  await changeCalendar(idOf('trainer-demo'), 'make')
  const sessions = {} as Record<DemoRole, string>
  for (const [role, userName] of Object.entries(demoAccounts)) {
    const cookie = await startSession(idOf(userName), 'Linux, Chrome')
    sessions[role as DemoRole] = cookie.slice(cookie.indexOf('=') + 1, cookie.indexOf(';'))
  }
  return {
    params: {
      code: certificate.code,
      token: link.token,
      course: 'opvoeding',
      lesson: 'limits',
      language: 'ar',
      cohort: cohort.id,
      member: idOf('trainer-demo'),
      invitation: invitation.id,
      meeting: (await listMeetings(cohort))[0]!.id,
      evaluation: evaluation.id,
      group: group.id,
      organisation: cohort.organisationId,
      session: session.id,
      import: 'id' in imported ? imported.id : '',
      target: (await listTargetsAsOf(new Date()))[0]!.id,
      account: idOf('trainer-demo'),
      item: sample.item,
      name: sample.name,
      version: await sampleVersion(everything, sample),
      role: sample.role,
      feed: (await findCalendarCode(idOf('trainer-demo')))!,
    },
    joinCode: codeOf('invitation', invitation.id),
    plannedSession,
    evaluationCode: codeOf('evaluation', evaluation.id),
    sessions,
  }
}

/** A recording of the library. */
export function sampleFile(): { item: string } & ItemFile {
  for (const { id, files } of getCatalogue().library) {
    const file = files.find(({ role }) => role === 'audio')
    if (file) return { item: id, ...file }
  }
  throw new Error('No item of the library has a recording.')
}

/** A file that was uploaded and is not on the site. @returns its id */
async function sampleVersion(person: Person, { item, language, role }: { item: string } & ItemFile): Promise<string> {
  const tone = fileURLToPath(new URL('../fixtures/media/tone.mp3', import.meta.url))
  const added = await addMedia(person, findSlot(item, language, role)!, tone, { title: '', voices: 'person' })
  if ('code' in added) throw new Error(`The sample was refused: ${added.code}`)
  return added.id
}

/** Makes an invitation. @returns its id and its code */
export async function makeInvitation(given: {
  role?: Role
  organisationId?: string
  cohortId?: string
  background?: 'pool' | 'volunteer' | 'employee'
}): Promise<{ id: string; code: string }> {
  const { role = 'trainer', organisationId = null, cohortId = null, background = null } = given
  const [id] = await createInvitationsFor({ role, organisationId, cohortId, background }, 1, null)
  return { id: id!, code: codeOf('invitation', id!) }
}
