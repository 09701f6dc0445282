import { audiences, groupKinds, programmes } from '~/domain/groups/schema'
import { backgrounds } from '~/domain/cohorts/schema'

/** What figures can be split by, besides time. */
export const places = ['municipality', 'province'] as const
export const dimensions = ['programme', 'kind', 'organisation', ...places, 'language', 'audience', 'background'] as const
export type Dimension = (typeof dimensions)[number]

/** Steps of time that figures can be split by. */
export const steps = ['month', 'quarter', 'year'] as const
export type Step = (typeof steps)[number]

/** Splits that stand with some indicators in every report: who was there, and who was trained. */
export const splits = { sex: ['women', 'men', 'unknown'], background: backgrounds } as const
export type Split = keyof typeof splits

/** Dimensions with few values that are known beforehand. */
export const valuesOf = { programme: programmes, kind: groupKinds, audience: audiences, background: backgrounds } as const

/**
 * Where a figure stands: its value in each dimension that it is split by. `period` is a year, quarter or month (2024, 2024-Q1,
 * 2024-03), `organisation` an id, `municipality` a CBS code, `province` a name, `language` the codes of a group's languages
 * with a plus between them (ar+nl): a group in two languages counts once, so that rows add up.
 */
export type Place = Partial<Record<Dimension | 'period' | 'sex', string>>
