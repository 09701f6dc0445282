import type { AppLoadContext } from '@remix-run/node'
import { findMunicipality } from '~/content/municipalities'
import { findGroup, type Group } from '~/domain/groups/groups.server'
import { lessonsOf } from '~/domain/groups/lessons-of.server'
import { maySeeGroups, mayChangeGroup } from '~/domain/groups/policy'
import { findSession } from '~/domain/groups/sessions.server'
import type { Language } from '~/i18n/languages'
import { notFound, requireAccount, requireLanguage } from './context.server'
import { lessonTitle, type BlockLanguage } from './course-titles.server'
import { requireId } from './ids.server'

interface RouteArgs {
  request: Request
  params: { lang?: string; group?: string; session?: string }
  context: AppLoadContext
}

/** The group in the address. Throws a response for who may not see groups, or not this one. */
export async function requireGroup({ request, params, context }: RouteArgs, { toChange = false } = {}) {
  const language = requireLanguage(params)
  const person = requireAccount(context, { request, language, may: maySeeGroups })
  const group = await findGroup(person, requireId(params.group))
  if (!group) throw notFound()
  if (toChange && !mayChangeGroup(group.reach)) throw new Response(null, { status: 403 })
  return { language, person, group }
}

/** The group and the session of it in the address. */
export async function requireGroupSession(args: RouteArgs) {
  const { group, ...rest } = await requireGroup(args)
  const session = await findSession(group, requireId(args.params.session))
  if (!session) throw notFound()
  return { ...rest, group, session }
}

/** The name and the place of a group in words, for the head of a page. */
export function groupHead(group: Pick<Group, 'id' | 'name' | 'municipality' | 'place'>) {
  const { id, name, place } = group
  return { id, name, place, municipality: findMunicipality(group.municipality)?.name ?? group.municipality }
}

/** What a session is about: the title of a lesson, or own words; null where nobody said. */
export function topicOf(
  group: { programme: string },
  session: { lessonId: string | null; topic: string | null },
  language: Language,
): { title: string; lang?: BlockLanguage['lang']; dir: BlockLanguage['dir'] | 'auto' } | null {
  const lesson = session.lessonId === null ? undefined : lessonsOf(group.programme).find(({ id }) => id === session.lessonId)
  if (lesson) return lessonTitle(lesson, language)
  const words = session.topic ?? session.lessonId
  return words === null ? null : { title: words, dir: 'auto' }
}
