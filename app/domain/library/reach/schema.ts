import { z } from 'zod'

/** How something of the library is used. `complete` is played to the end, `feed` fetched by a program that follows a feed. */
export const reachKinds = ['view', 'download', 'play', 'complete', 'feed'] as const
export type ReachKind = (typeof reachKinds)[number]

/** Where a visitor says that she works, or as whom she comes. */
export const professions = ['social-work', 'youth', 'school', 'care', 'municipality', 'self-organisation', 'parent', 'other'] as const
export type Profession = (typeof professions)[number]

/** The voluntary form below an item. Both may stay empty, but not together: then there is nothing to send. Messages are error codes. */
export const visitorForm = z
  .object({
    municipality: z.string().trim().max(80, 'municipalityUnknown').optional().default(''),
    profession: z
      .union([z.literal(''), z.enum(professions)], 'choiceUnknown')
      .optional()
      .default(''),
  })
  .refine(({ municipality, profession }) => municipality !== '' || profession !== '', { path: ['municipality'], message: 'visitorEmpty' })
export type VisitorForm = z.output<typeof visitorForm>

/** What the player's script sends when something was heard to its end: the address of the file, and nothing else. */
export const playedForm = z.object({ file: z.string().max(300) })
