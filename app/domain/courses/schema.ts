import { z } from 'zod'

export const maxReflectionLength = 4000

/**
 * An answer: `choice`, once or more; of an `order` question `position-<option id>` for each option, which becomes `order`: the
 * ids by their positions, or none when two stand in the same place.
 */
export const answerForm = z
  .looseObject({
    question: z.string().regex(/^[a-z0-9-]{1,60}$/, 'choiceUnknown'),
    choice: z.array(z.string().regex(/^[a-z]$/, 'choiceUnknown')).max(26, 'choiceUnknown'),
  })
  .transform(({ question, choice, ...rest }) => ({ question, choice, order: orderOf(rest) }))

function orderOf(fields: Record<string, unknown>): string[] {
  const places = Object.entries(fields).flatMap(([name, value]) => {
    const id = /^position-([a-z])$/.exec(name)?.[1]
    const place = typeof value === 'string' && /^\d{1,2}$/.test(value) ? Number(value) : null
    return id && place ? [{ id, place }] : []
  })
  if (new Set(places.map(({ place }) => place)).size !== places.length) return []
  return places.sort((a, b) => a.place - b.place).map(({ id }) => id)
}

/** The no-test mode of one course: on or off. */
export const withoutTestsForm = z.object({ withoutTests: z.enum(['on', 'off'], 'choiceUnknown') })

export const reflectForm = z.object({
  reflection: z.string().regex(/^[a-z0-9-]{1,60}$/, 'choiceUnknown'),
  text: z
    .string()
    .transform((text) => text.replace(/\r\n/g, '\n').trim())
    .pipe(z.string().max(maxReflectionLength, 'textTooLong')),
})

export const certificateNameForm = z.object({
  name: z
    .string()
    .normalize('NFC')
    // Controls and marks that turn the reading direction have no place in a name that others must trust.
    .transform((text) =>
      text
        .replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .pipe(z.string().min(2, 'nameMissing').max(80, 'nameTooLong').regex(/\p{L}/u, 'nameMissing')),
})
