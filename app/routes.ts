import { index, prefix, route, type RouteConfig } from '@remix-run/route-config'

/** The site map: every address and the file that answers it. */
export default [
  index('routes/public/choose-language.ts'),
  route('exit', 'routes/public/exit.ts'),
  route('healthz', 'routes/feeds/healthz.ts'),
  route('readyz', 'routes/feeds/readyz.ts'),
  route('metrics', 'routes/feeds/metrics.ts'),

  ...prefix(':lang', [
    index('routes/public/home.tsx'),
    route('help', 'routes/public/help.tsx'),
    route('leaving', 'routes/public/leaving.tsx'),
    route('privacy', 'routes/public/privacy.tsx'),
    route('accessibility', 'routes/public/accessibility.tsx'),
    route('certificates/:code', 'routes/public/certificate.tsx'),
    route('certificates/:code/pdf', 'routes/feeds/certificate-pdf.ts'),

    route('sign-in', 'routes/public/sign-in.tsx'),
    route('sign-in/code', 'routes/public/sign-in-code.tsx'),
    route('sign-in/link', 'routes/public/sign-in-link.tsx'),
    route('sign-in/link/:token', 'routes/public/sign-in-link-open.tsx'),
    route('sign-out', 'routes/public/sign-out.tsx'),
    route('join/:code', 'routes/public/join.tsx'),

    route('courses', 'routes/learn/catalogue.tsx'),
    route('courses/:course', 'routes/learn/course.tsx'),
    route('courses/:course/print', 'routes/learn/course-print.tsx'),
    route('courses/:course/:lesson', 'routes/learn/lesson.tsx'),
    route('learn', 'routes/learn/my-learning.tsx'),
    route('learn/:course/certificate', 'routes/learn/claim-certificate.tsx'),
    route('account', 'routes/learn/account.tsx'),
    route('account/email', 'routes/learn/account-email.tsx'),
    route('account/sessions', 'routes/learn/account-sessions.tsx'),
    route('account/password', 'routes/learn/account-password.tsx'),
    route('account/delete', 'routes/learn/account-delete.tsx'),

    route('coordinate', 'routes/coordinate/home.ts'),
    route('coordinate/cohorts', 'routes/coordinate/cohorts.tsx'),
    route('coordinate/cohorts/new', 'routes/coordinate/cohort-new.tsx'),
    route('coordinate/cohorts/:cohort', 'routes/coordinate/cohort.tsx'),
    route('coordinate/cohorts/:cohort/members/:member', 'routes/coordinate/member.tsx'),
    route('coordinate/invitations/:invitation', 'routes/coordinate/invitation.tsx'),

    route('manage', 'routes/manage/home.ts'),
    route('manage/people', 'routes/manage/people.tsx'),
    route('manage/people/invite', 'routes/manage/invite.tsx'),
    route('manage/people/:account', 'routes/manage/person.tsx'),
    route('manage/organisations', 'routes/manage/organisations.tsx'),
    route('manage/content', 'routes/manage/content.tsx'),
    route('manage/audit', 'routes/manage/audit.tsx'),
    route('manage/mail', 'routes/manage/mail.tsx'),
  ]),
  route('*', 'routes/public/not-found.tsx'),
] satisfies RouteConfig
