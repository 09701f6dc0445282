import { beforeAll, describe, expect, it } from 'vitest'
import { addressOf, listedRoutes } from '../e2e/route-list'
import { openSite, type OpenSite } from '../setup/http'
import { findSamples, type DemoRole, type Samples } from '../setup/samples'

// Who gets what, for every address of app/routes.ts: read as a table, written by hand. The samples belong to an organisation
// that the coordinator reaches and the neighbour does not.
//   200 the page · 302 to the sign-in page · 303 on to another page · 403 not allowed · 404 as if it were not there

const roles = ['anonymous', 'trainer', 'coordinator', 'neighbour', 'manager', 'editor', 'administrator'] as const
type Role = (typeof roles)[number]

//                                                    anonymous trainer coordin. neighb. manager editor admin.
const table: Record<string, [number, number, number, number, number, number, number]> = {
  '': /*                                           */ [302, 302, 302, 302, 302, 302, 302],
  exit: /*                                         */ [303, 303, 303, 303, 303, 303, 303],
  healthz: /*                                      */ [200, 200, 200, 200, 200, 200, 200],
  readyz: /*                                       */ [200, 200, 200, 200, 200, 200, 200],
  metrics: /*                                      */ [404, 404, 404, 404, 404, 404, 404],
  'calendar/:feed': /*                             */ [200, 200, 200, 200, 200, 200, 200],
  'evaluate/:code': /*                             */ [302, 302, 302, 302, 302, 302, 302],
  reach: /*                                        */ [404, 404, 404, 404, 404, 404, 404],
  // Without an address to show there is nothing to give.
  oembed: /*                                       */ [404, 404, 404, 404, 404, 404, 404],
  'media/:item/:name': /*                          */ [200, 200, 200, 200, 200, 200, 200],
  ':lang': /*                                      */ [200, 200, 200, 200, 200, 200, 200],
  ':lang/help': /*                                 */ [200, 200, 200, 200, 200, 200, 200],
  ':lang/leaving': /*                              */ [200, 200, 200, 200, 200, 200, 200],
  ':lang/money-sheet': /*                          */ [200, 200, 200, 200, 200, 200, 200],
  ':lang/privacy': /*                              */ [200, 200, 200, 200, 200, 200, 200],
  ':lang/accessibility': /*                        */ [200, 200, 200, 200, 200, 200, 200],
  ':lang/certificates/:code': /*                   */ [200, 200, 200, 200, 200, 200, 200],
  ':lang/certificates/:code/pdf': /*               */ [200, 200, 200, 200, 200, 200, 200],
  ':lang/sign-in': /*                              */ [200, 302, 302, 302, 302, 302, 302],
  ':lang/sign-in/code': /*                         */ [200, 200, 200, 200, 200, 200, 200],
  ':lang/sign-in/link': /*                         */ [200, 200, 200, 200, 200, 200, 200],
  ':lang/sign-in/link/:token': /*                  */ [200, 200, 200, 200, 200, 200, 200],
  ':lang/sign-out': /*                             */ [302, 200, 200, 200, 200, 200, 200],
  ':lang/join/:code': /*                           */ [200, 200, 200, 200, 200, 200, 200],
  ':lang/evaluate/:code': /*                       */ [200, 200, 200, 200, 200, 200, 200],
  ':lang/search': /*                               */ [200, 200, 200, 200, 200, 200, 200],
  ':lang/courses': /*                              */ [200, 200, 200, 200, 200, 200, 200],
  ':lang/courses/:course': /*                      */ [200, 200, 200, 200, 200, 200, 200],
  ':lang/courses/:course/print': /*                */ [200, 200, 200, 200, 200, 200, 200],
  ':lang/courses/:course/:lesson': /*              */ [200, 200, 200, 200, 200, 200, 200],
  ':lang/library': /*                              */ [200, 200, 200, 200, 200, 200, 200],
  ':lang/library/:item': /*                        */ [200, 200, 200, 200, 200, 200, 200],
  ':lang/library/:item/where': /*                  */ [200, 200, 200, 200, 200, 200, 200],
  ':lang/library/:item/transcript.txt': /*         */ [200, 200, 200, 200, 200, 200, 200],
  ':lang/library/:item/chapters.json': /*          */ [200, 200, 200, 200, 200, 200, 200],
  ':lang/library/:item/poster': /*                 */ [200, 200, 200, 200, 200, 200, 200],
  ':lang/library/package': /*                      */ [200, 200, 200, 200, 200, 200, 200],
  ':lang/library/package.zip': /*                  */ [200, 200, 200, 200, 200, 200, 200],
  ':lang/embed/:item': /*                          */ [200, 200, 200, 200, 200, 200, 200],
  ':lang/podcast.xml': /*                          */ [200, 200, 200, 200, 200, 200, 200],
  ':lang/learn': /*                                */ [302, 200, 200, 200, 200, 200, 200],
  ':lang/learn/practice': /*                       */ [302, 200, 200, 200, 200, 200, 200],
  ':lang/learn/:course/certificate': /*            */ [302, 200, 200, 200, 200, 200, 200],
  ':lang/account': /*                              */ [302, 200, 200, 200, 200, 200, 200],
  ':lang/account/email': /*                     */ [302, 200, 200, 200, 200, 200, 200],
  ':lang/account/sessions': /*                     */ [302, 200, 200, 200, 200, 200, 200],
  ':lang/account/password': /*                     */ [302, 200, 200, 200, 200, 200, 200],
  ':lang/account/calendar': /*                     */ [302, 200, 200, 200, 200, 403, 200],
  ':lang/account/delete': /*                       */ [302, 200, 200, 200, 200, 200, 200],
  ':lang/coordinate': /*                           */ [302, 302, 302, 302, 302, 302, 302],
  ':lang/coordinate/cohorts': /*                   */ [302, 403, 200, 200, 200, 403, 200],
  ':lang/coordinate/cohorts/new': /*               */ [302, 403, 200, 200, 200, 403, 200],
  ':lang/coordinate/cohorts/:cohort': /*           */ [302, 403, 200, 404, 200, 403, 200],
  ':lang/coordinate/cohorts/:cohort/edit': /*      */ [302, 403, 200, 404, 200, 403, 200],
  ':lang/coordinate/cohorts/:cohort/close': /*     */ [302, 403, 200, 404, 200, 403, 200],
  ':lang/coordinate/cohorts/:cohort/members': /*   */ [302, 403, 200, 404, 200, 403, 200],
  ':lang/coordinate/cohorts/:cohort/members/:member': [302, 403, 200, 404, 200, 403, 200],
  ':lang/coordinate/cohorts/:cohort/members/:member/edit': [302, 403, 200, 404, 200, 403, 200],
  ':lang/coordinate/cohorts/:cohort/invitations': /**/ [302, 403, 200, 404, 200, 403, 200],
  ':lang/coordinate/cohorts/:cohort/invitations/mail': [302, 403, 200, 404, 200, 403, 200],
  ':lang/coordinate/cohorts/:cohort/invitations/print': [302, 403, 200, 404, 200, 403, 200],
  ':lang/coordinate/cohorts/:cohort/meetings': /*  */ [302, 403, 200, 404, 200, 403, 200],
  ':lang/coordinate/cohorts/:cohort/meetings/new': [302, 403, 200, 404, 200, 403, 200],
  ':lang/coordinate/cohorts/:cohort/meetings/:meeting': [302, 403, 200, 404, 200, 403, 200],
  ':lang/coordinate/cohorts/:cohort/practice': /*  */ [302, 403, 200, 404, 200, 403, 200],
  ':lang/coordinate/cohorts/:cohort/practice/:member': [302, 403, 200, 404, 200, 403, 200],
  ':lang/coordinate/groups/:group/sheet': /*       */ [302, 200, 200, 404, 200, 403, 200],
  ':lang/coordinate/organisations': [302, 403, 200, 200, 200, 403, 200],
  ':lang/coordinate/organisations/:organisation': [302, 403, 200, 404, 200, 403, 200],
  ':lang/coordinate/groups': [302, 200, 200, 200, 200, 403, 200],
  ':lang/coordinate/groups/new': [302, 403, 200, 200, 200, 403, 200],
  ':lang/coordinate/groups/:group': [302, 200, 200, 404, 200, 403, 200],
  ':lang/coordinate/groups/:group/edit': [302, 403, 200, 404, 200, 403, 200],
  ':lang/coordinate/groups/:group/close': [302, 403, 200, 404, 200, 403, 200],
  ':lang/coordinate/groups/:group/plan': [302, 200, 200, 404, 200, 403, 200],
  ':lang/coordinate/groups/:group/sessions/new': [302, 303, 303, 404, 303, 403, 303],
  ':lang/coordinate/groups/:group/sessions/:session': [302, 200, 200, 404, 200, 403, 200],
  ':lang/coordinate/groups/:group/sessions/:session/register': [302, 200, 200, 404, 200, 403, 200],
  ':lang/coordinate/groups/:group/sessions/:session/move': [302, 200, 200, 404, 200, 403, 200],
  ':lang/coordinate/groups/:group/sessions/:session/withdraw': [302, 200, 200, 404, 200, 403, 200],
  ':lang/coordinate/invitations/:invitation': /*   */ [302, 403, 200, 404, 200, 403, 200],
  ':lang/coordinate/import': /*                    */ [302, 403, 200, 200, 200, 403, 200],
  ':lang/coordinate/import/template.csv': /*       */ [302, 403, 200, 200, 200, 403, 200],
  ':lang/coordinate/import/:import': /*            */ [302, 403, 200, 404, 200, 403, 200],
  ':lang/coordinate/to-do': /*                     */ [302, 403, 200, 200, 200, 403, 200],
  ':lang/coordinate/evaluations': /*               */ [302, 200, 200, 200, 200, 403, 200],
  ':lang/coordinate/evaluations/new': /*           */ [302, 403, 200, 200, 200, 403, 200],
  ':lang/coordinate/evaluations/:evaluation': /*   */ [302, 404, 200, 404, 200, 403, 200],
  ':lang/report': /*                               */ [200, 200, 200, 200, 200, 200, 200],
  ':lang/report/sessions': /*                      */ [302, 403, 200, 200, 200, 403, 200],
  ':lang/report/definitions': /*                   */ [200, 200, 200, 200, 200, 200, 200],
  ':lang/report/check': /*                         */ [200, 200, 200, 200, 200, 200, 200],
  ':lang/report/export.csv': /*                      */ [200, 200, 200, 200, 200, 200, 200],
  ':lang/report/export.xlsx': /*                     */ [200, 200, 200, 200, 200, 200, 200],
  ':lang/report/export.pdf': /*                      */ [200, 200, 200, 200, 200, 200, 200],
  ':lang/report/export.json': /*                     */ [200, 200, 200, 200, 200, 200, 200],
  ':lang/report/export.zip': /*                      */ [200, 200, 200, 200, 200, 200, 200],
  ':lang/manage': /*                               */ [302, 403, 403, 403, 302, 302, 302],
  ':lang/manage/people': /*                        */ [302, 403, 403, 403, 200, 403, 200],
  ':lang/manage/people/invite': /*                 */ [302, 403, 403, 403, 403, 403, 200],
  ':lang/manage/people/:account': /*               */ [302, 403, 403, 403, 200, 403, 200],
  ':lang/manage/organisations': /*                 */ [302, 403, 403, 403, 200, 403, 200],
  ':lang/manage/targets': /*                       */ [302, 403, 403, 403, 200, 403, 200],
  ':lang/manage/targets/new': /*                   */ [302, 403, 403, 403, 200, 403, 200],
  ':lang/manage/targets/:target': /*               */ [302, 403, 403, 403, 200, 403, 200],
  ':lang/manage/exports': /*                       */ [302, 403, 403, 403, 200, 403, 200],
  ':lang/manage/content': /*                       */ [302, 403, 403, 403, 403, 200, 200],
  ':lang/manage/reach': /*                         */ [302, 403, 403, 403, 200, 200, 200],
  ':lang/manage/reach/sums.csv': /*                */ [302, 403, 403, 403, 200, 200, 200],
  ':lang/manage/reach/:item': /*                   */ [302, 403, 403, 403, 200, 200, 200],
  ':lang/manage/translations/:language': /*        */ [302, 403, 403, 403, 403, 200, 200],
  ':lang/manage/content/:course': /*               */ [302, 403, 403, 403, 403, 200, 200],
  ':lang/manage/content/:course/translation.po/:language': [302, 403, 403, 403, 403, 200, 200],
  ':lang/manage/content/:course/:lesson': /*       */ [302, 403, 403, 403, 403, 200, 200],
  ':lang/manage/content/:course/:lesson/:language': [302, 403, 403, 403, 403, 200, 200],
  ':lang/manage/content/:course/:lesson/:language/translation.po': [302, 403, 403, 403, 403, 200, 200],
  ':lang/manage/library': /*                       */ [302, 403, 403, 403, 403, 200, 200],
  ':lang/manage/library/:item': /*                 */ [302, 403, 403, 403, 403, 200, 200],
  ':lang/manage/library/:item/files/:version': /*  */ [302, 403, 403, 403, 403, 200, 200],
  ':lang/manage/library/:item/:language/:role': /* */ [302, 403, 403, 403, 403, 200, 200],
  ':lang/manage/audit': /*                         */ [302, 403, 403, 403, 403, 403, 200],
  ':lang/manage/mail': /*                          */ [302, 403, 403, 403, 403, 403, 200],
  '*': /*                                          */ [404, 404, 404, 404, 404, 404, 404],
}

let site: OpenSite
let samples: Samples
const sessions = new Map<Role, string>()

beforeAll(async () => {
  site = await openSite()
  samples = await findSamples()
  for (const role of roles) if (role !== 'anonymous') sessions.set(role, await site.signInAs(role satisfies DemoRole))
})

function asked(role: Role, path: string, given: { method?: string; headers?: Record<string, string>; body?: Record<string, string> } = {}) {
  const session = sessions.get(role)
  return site.ask(addressOf({ path }, samples, 'nl'), { ...given, ...(session ? { session } : {}) })
}

describe('who may read', () => {
  it('is written down for every route, and for nothing else', () => {
    expect(Object.keys(table).sort()).toEqual(listedRoutes.map((route) => route.path).sort())
  })

  // Leaving ends the session: it comes last.
  const order = Object.entries(table).sort(([a], [b]) => Number(a === 'exit') - Number(b === 'exit'))
  describe.each(order)('%s', (path, expected) => {
    it('answers each role as the table says', async () => {
      const answers: [Role, number][] = []
      for (const role of roles) {
        // The figures are for programs on the same machine; these requests come from elsewhere.
        answers.push([role, (await asked(role, path, { headers: { 'X-Forwarded-For': '192.0.2.1' } })).status])
      }
      expect(Object.fromEntries(answers)).toEqual(Object.fromEntries(roles.map((role, index) => [role, expected[index]])))
    })
  })
})

describe('who may write', () => {
  // After "exit" above nobody is signed in any more.
  beforeAll(async () => {
    for (const role of roles) if (role !== 'anonymous') sessions.set(role, await site.signInAs(role))
  })

  const refused = [302, 403, 404, 405]

  it.each(listedRoutes.filter((route) => /^:lang\/(coordinate|manage|learn|account)/.test(route.path)).map((route) => route.path))(
    '%s takes no form from somebody who may not read it',
    async (path) => {
      for (const [index, role] of roles.entries()) {
        if ([200, 303].includes(table[path]![index]!)) continue
        const { status } = await asked(role, path, {
          method: 'POST',
          headers: { 'Sec-Fetch-Site': 'same-origin' },
          body: { intent: 'x', key: 'x' },
        })
        expect({ role, status }).toEqual({ role, status: expect.toSatisfy((given: number) => refused.includes(given)) as number })
      }
    },
  )
})
