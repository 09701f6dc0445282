import type { RouteConfigEntry } from '@remix-run/route-config'
import routes from '../../app/routes'
import type { DemoRole, Samples } from '../setup/samples'

export interface ListedRoute {
  /** As in app/routes.ts: `:lang/courses/:course`. */
  path: string
  /** A page has a component, a resource (a file, a redirect, a feed) has none. */
  kind: 'page' | 'resource'
  /** Whose session opens it; null for everybody. */
  role: DemoRole | null
  params: string[]
}

/** Parameters that tests/setup/samples.ts has a value for. */
const known = [
  'lang',
  'code',
  'token',
  'course',
  'lesson',
  'cohort',
  'member',
  'invitation',
  'meeting',
  'evaluation',
  'account',
  'feed',
  'group',
  'organisation',
  'session',
  'import',
  'target',
  'item',
  'name',
  'language',
  'version',
  'role',
]

const whoOpens: [prefix: string, role: DemoRole][] = [
  [':lang/coordinate', 'coordinator'],
  [':lang/manage', 'administrator'],
  [':lang/report/sessions', 'coordinator'],
  [':lang/learn', 'trainer'],
  [':lang/account', 'trainer'],
  [':lang/sign-out', 'trainer'],
]

function flatten(entries: RouteConfigEntry[], above = ''): ListedRoute[] {
  return entries.flatMap((entry) => {
    const path = [above, entry.path ?? ''].filter(Boolean).join('/')
    if (entry.children) return flatten(entry.children, path)
    const params = [...path.matchAll(/:(\w+)/g)].map(([, name]) => name!)
    const unknown = params.find((name) => !known.includes(name))
    if (unknown)
      throw new Error(
        `app/routes.ts has "${path}" and no test knows a value for ":${unknown}": add one to tests/setup/samples.ts and tests/e2e/route-list.ts.`,
      )
    const role = whoOpens.find(([prefix]) => path === prefix || path.startsWith(`${prefix}/`))?.[1] ?? null
    return [{ path, kind: entry.file.endsWith('.tsx') ? 'page' : 'resource', role, params }]
  })
}

/** Every route of the site. */
export const listedRoutes: ListedRoute[] = flatten(routes)

/** The address of a route, with samples for its parameters. */
export function addressOf(
  { path }: Pick<ListedRoute, 'path'>,
  { params, joinCode, evaluationCode, plannedSession }: Samples,
  lang: string,
): string {
  const code = path.includes('join/:code') ? joinCode : path.includes('evaluate/:code') ? evaluationCode : params.code!
  const session = path.endsWith(':session/move') ? plannedSession : params.session!
  const values: Record<string, string> = { ...params, lang, code, session }
  return `/${path.replace(/:(\w+)/g, (_, name: string) => values[name]!).replace('*', 'nl/no-such-page')}`
}
