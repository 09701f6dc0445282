import { z } from 'zod'
import { shortText } from '../schema'

const key = z
  .string('choiceUnknown')
  .regex(/^[a-zA-Z]+(:[\w-]+)*:?$/, 'choiceUnknown')
  .max(200, 'choiceUnknown')

/** What somebody does with a line of the to-do list. */
export const decisionForm = z.discriminatedUnion(
  'intent',
  [
    z.object({ intent: z.literal('accept'), key, reason: shortText(200, 'reasonTooLong').pipe(z.string('reasonMissing')) }),
    z.object({ intent: z.literal('reopen'), key }),
  ],
  'choiceUnknown',
)
