import { z } from 'zod'

/** What is done with a translation that is there. */
export const changeForm = z.object({
  intent: z.enum(['review', 'withdraw', 'restore'], 'fieldNotValid'),
  /** Of what the page showed; a form without it was shown nothing. */
  base: z.string().max(40, 'fieldNotValid').default(''),
  /** Number of the revision that is to be shown again. */
  wanted: z.coerce.number('fieldNotValid').int('fieldNotValid').min(0, 'fieldNotValid').max(1_000_000, 'fieldNotValid').default(0),
  /** She ticked that she read the whole text. */
  readInFull: z.stringbool('fieldNotValid').default(false),
})
