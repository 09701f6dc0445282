import type { Dimension, Split } from './dimensions'

/**
 * What a number counts. `people` are counted once a group or cohort and fall under disclosure control, `attendances` too;
 * `things` are exact for everybody; `share` is between 0 and 1; `mean` has decimals.
 */
export type Unit = 'people' | 'attendances' | 'things' | 'share' | 'mean'

export interface Indicator {
  code: string
  unit: Unit
  /** What it is worked out from. */
  source: 'cohorts' | 'sessions' | 'cascade' | 'evaluations' | 'library'
  /** Dimensions besides time that it can be split by and filtered on. */
  dimensions: readonly Dimension[]
  /** Comes along split into these in every report. */
  split?: Split
  /** Which day decides the period it falls in. */
  dated: 'start of the cohort' | 'certificate' | 'session' | 'answer' | 'day of use'
}

const ofCohort = ['programme', 'organisation', 'municipality', 'province', 'language'] as const
const ofSession = ['programme', 'kind', 'organisation', 'municipality', 'province', 'language', 'audience'] as const
const ofTrainer = [...ofCohort, 'background'] as const
const ofUse = ['programme', 'language'] as const
/** Who looks at a page may say where she works; files ask nothing. */
const ofView = ['programme', 'municipality', 'province', 'language'] as const

/**
 * Every figure that Leerkring gives out: pages, exports and definitions all read this list. Name and definition in words stand in
 * `locales/<lang>/indicators.json` under the same code; how each is worked out is in `aggregate-*.ts` (design §6).
 */
export const indicators = [
  { code: 'cohorts-held', unit: 'things', source: 'cohorts', dimensions: ofCohort, dated: 'start of the cohort' },
  {
    code: 'trainers-enrolled',
    unit: 'people',
    source: 'cohorts',
    dimensions: ofTrainer,
    split: 'background',
    dated: 'start of the cohort',
  },
  { code: 'trainers-trained', unit: 'people', source: 'cohorts', dimensions: ofTrainer, split: 'background', dated: 'certificate' },
  { code: 'trainers-active', unit: 'people', source: 'cascade', dimensions: ofTrainer, split: 'background', dated: 'session' },
  { code: 'groups-held', unit: 'things', source: 'sessions', dimensions: ofSession, dated: 'session' },
  { code: 'sessions-held', unit: 'things', source: 'sessions', dimensions: ofSession, dated: 'session' },
  { code: 'people-reached', unit: 'people', source: 'sessions', dimensions: ofSession, dated: 'session' },
  { code: 'attendances', unit: 'attendances', source: 'sessions', dimensions: ofSession, split: 'sex', dated: 'session' },
  { code: 'group-size-median', unit: 'mean', source: 'sessions', dimensions: ofSession, dated: 'session' },
  { code: 'group-size-mean', unit: 'mean', source: 'sessions', dimensions: ofSession, dated: 'session' },
  { code: 'group-size-five-to-ten', unit: 'share', source: 'sessions', dimensions: ofSession, dated: 'session' },
  { code: 'groups-per-trainer', unit: 'mean', source: 'cascade', dimensions: ofCohort, dated: 'session' },
  { code: 'people-per-trainer', unit: 'mean', source: 'cascade', dimensions: ofCohort, dated: 'session' },
  { code: 'evaluations', unit: 'people', source: 'evaluations', dimensions: ofSession, dated: 'answer' },
  { code: 'evaluation-mean', unit: 'mean', source: 'evaluations', dimensions: ofSession, dated: 'answer' },
  { code: 'library-views', unit: 'things', source: 'library', dimensions: ofView, dated: 'day of use' },
  { code: 'library-downloads', unit: 'things', source: 'library', dimensions: ofUse, dated: 'day of use' },
  { code: 'library-plays', unit: 'things', source: 'library', dimensions: ofUse, dated: 'day of use' },
] as const satisfies readonly Indicator[]

export type IndicatorCode = (typeof indicators)[number]['code']

export const indicatorCodes = indicators.map(({ code }) => code) as [IndicatorCode, ...IndicatorCode[]]

const byCode = new Map<string, Indicator & { code: IndicatorCode }>(indicators.map((each) => [each.code, each]))

/** The indicator with this code. @throws when there is none */
export function getIndicator(code: IndicatorCode): Indicator & { code: IndicatorCode } {
  const found = byCode.get(code)
  if (!found) throw new Error(`There is no indicator ${code}`)
  return found
}
