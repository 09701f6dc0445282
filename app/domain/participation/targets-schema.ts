import { z } from 'zod'
import { backgrounds } from '~/domain/cohorts/schema'
import { day, groupKinds, programmes, shortText } from '~/domain/groups/schema'
import { latinDigits } from '~/i18n/latin-digits'
import type { Dimension } from './dimensions'
import { getIndicator, indicatorCodes, indicators, type IndicatorCode } from './indicators'

/** Indicators that can have a target: what is counted. Nobody aims at a mean or a share. */
export const targetIndicators = indicators
  .filter(({ unit }) => unit !== 'mean' && unit !== 'share')
  .map(({ code }) => code) as readonly IndicatorCode[] as [IndicatorCode, ...IndicatorCode[]]

const empty = z.literal('').transform(() => undefined)
const orNone = <T extends z.ZodType>(type: T) => z.union([empty, type], 'choiceUnknown').optional()

/** What a target can be narrowed to. */
const targetDimensions = ['programme', 'kind', 'organisation', 'municipality', 'background'] as const satisfies readonly Dimension[]

/** The form of a target. Messages are error codes. */
export const targetForm = z
  .object({
    indicator: z.enum(indicatorCodes, 'indicatorMissing').refine((code) => targetIndicators.includes(code), 'indicatorMissing'),
    target: z
      .string('targetMissing')
      .trim()
      .transform(latinDigits)
      .pipe(
        z
          .string()
          .min(1, 'targetMissing')
          .regex(/^[1-9]\d{0,6}$/, 'targetNotValid'),
      )
      .transform(Number),
    from: day,
    to: day,
    programme: orNone(z.enum(programmes)),
    kind: orNone(z.enum(groupKinds)),
    organisation: orNone(z.uuid('choiceUnknown')),
    municipality: orNone(z.string().trim().max(80, 'municipalityUnknown')),
    background: orNone(z.enum(backgrounds)),
    source: shortText(200, 'reasonTooLong').pipe(z.string('sourceMissing')),
    /** New ones: an id made by the page, so that sending twice makes one. */
    key: z.uuid('choiceUnknown').optional(),
    /** Changes: the revision that the form was made from. */
    revision: z.coerce.number('choiceUnknown').int('choiceUnknown').min(0, 'choiceUnknown').max(1_000_000, 'choiceUnknown').optional(),
  })
  .superRefine((form, context) => {
    const fault = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
    if (form.from > form.to) fault('to', 'periodReversed')
    const possible = getIndicator(form.indicator).dimensions as readonly string[]
    for (const dimension of targetDimensions) {
      if (form[dimension] !== undefined && !possible.includes(dimension)) fault(dimension, 'notWithIndicator')
    }
  })
export type TargetForm = z.output<typeof targetForm>

/** Taking a target back. */
export const withdrawForm = z.object({
  revision: z.coerce.number('choiceUnknown').int('choiceUnknown').min(1, 'choiceUnknown').max(1_000_000, 'choiceUnknown'),
})
