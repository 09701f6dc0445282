import { listOrganisations } from '~/domain/accounts/organisations.server'
import { dimensions } from '~/domain/participation/dimensions'
import { isStep, reportQuery } from '~/domain/participation/request'
import { formatDate } from '~/i18n/formats'
import type { Language } from '~/i18n/languages'
import { reportWords } from './report-words.server'

/** What a report was asked with, in words. */
export interface AskedInWords {
  from: string | null
  to: string | null
  /** What it was narrowed to. */
  only: string[]
  /** What it was split by. */
  by: string[]
  /** A row for each session, and no figures. */
  sessions: boolean
}

/** Reads requests as they stand in the log of exports. @returns in the same order; null for what no longer can be asked */
export async function askedInWords(requests: string[], language: Language): Promise<(AskedInWords | null)[]> {
  const organisations = requests.length > 0 ? await listOrganisations() : []
  const { t, named } = reportWords(language, Object.fromEntries(organisations.map(({ id, name }) => [id, name])))
  return requests.map((text) => {
    const { data } = reportQuery.safeParse(Object.fromEntries(new URLSearchParams(text)))
    if (!data) return null
    const { from, to, by = [], shape } = data
    return {
      from: from ? formatDate(language, from) : null,
      to: to ? formatDate(language, to) : null,
      only: dimensions.flatMap((dimension) => (data[dimension] ? [named(dimension, data[dimension])] : [])),
      by: by.map((name) => (isStep(name) ? t(`steps.${name}`, { ns: 'report' }) : t(`columns.${name}.name`, { ns: 'indicators' }))),
      sessions: shape === 'sessions',
    }
  })
}
