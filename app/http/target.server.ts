import type { AppLoadContext } from '@remix-run/node'
import { listOrganisations } from '~/domain/accounts/organisations.server'
import { mayOversee } from '~/domain/accounts/policy'
import { findTarget, type Target } from '~/domain/participation/targets.server'
import { formatDate } from '~/i18n/formats'
import type { Language } from '~/i18n/languages'
import { findMunicipality } from '~/content/municipalities'
import { notFound, requireAccount, requireLanguage } from './context.server'
import { requireId } from './ids.server'
import { municipalityOptions } from './municipality-list.server'
import { reportWords } from './report-words.server'

interface RouteArgs {
  request: Request
  params: { lang?: string; target?: string }
  context: AppLoadContext
}

/** The target in the address. Throws a response for who may not set targets, or where there is none. */
export async function requireTarget({ request, params, context }: RouteArgs) {
  const language = requireLanguage(params)
  const person = requireAccount(context, { request, language, may: mayOversee })
  const target = await findTarget(requireId(params.target))
  if (!target) throw notFound()
  return { language, person, target }
}

/** What the form of a target can choose from. */
export async function targetChoices() {
  const organisations = await listOrganisations()
  return {
    organisations: organisations.map(({ id, name }) => ({ value: id, label: name, dir: 'auto' as const })),
    municipalities: municipalityOptions(),
  }
}

/** What the form of a target begins with; nothing for a new one. */
export function targetValues(target: Target | null) {
  const { indicator, programme, kind, organisation, municipality, background, from, to, source } = target ?? {}
  return {
    indicator: indicator ?? '',
    target: target ? String(target.target) : '',
    from: from ?? '',
    to: to ?? '',
    programme: programme ?? '',
    kind: kind ?? '',
    organisation: organisation ?? '',
    municipality: municipality ? (findMunicipality(municipality)?.name ?? '') : '',
    background: background ?? '',
    source: source ?? '',
  }
}
export type TargetValues = ReturnType<typeof targetValues>

/** A target in words. */
export async function targetLines(targets: Target[], language: Language) {
  const organisations = await listOrganisations()
  const words = reportWords(language, Object.fromEntries(organisations.map(({ id, name }) => [id, name])))
  return targets.map(({ id, indicator, target, from, to, source, programme, kind, organisation, municipality, background }) => ({
    ...{ id, indicator, source },
    target: words.value(indicator, target),
    from: formatDate(language, from),
    to: formatDate(language, to),
    about: Object.entries({ programme, kind, organisation, municipality, background }).flatMap(([dimension, code]) =>
      code ? [words.named(dimension as 'kind', code)] : [],
    ),
  }))
}
export type TargetLine = Awaited<ReturnType<typeof targetLines>>[number]
