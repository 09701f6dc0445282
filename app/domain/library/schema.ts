import { z } from 'zod'
import { voiceKinds } from '~/content/library/types'
import { looksPersonal } from '../accounts/personal-data'

/** What goes with a file: what to call this version, and the pieces that came before the form, if it came so. */
export const uploadForm = z.object({
  title: z
    .string()
    .trim()
    .max(120, 'topicTooLong')
    .refine((text) => !looksPersonal(text).some((kind) => kind !== 'name'), 'textHasContact')
    .refine((text) => !looksPersonal(text).includes('name'), 'reasonHasName')
    .default(''),
  upload: z.string().max(100, 'uploadGone').default(''),
  voices: z.literal('').optional(),
})

/** The same for a recording. */
export const recordingForm = uploadForm.extend({ voices: z.enum(voiceKinds, 'voicesMissing') })

/** What is done with something that was not sent to its end. */
export const unfinishedForm = z.object({ upload: z.string().max(100, 'fieldNotValid') })

/** What is done with a version. */
export const versionForm = z.object({
  intent: z.enum(['publish', 'withdraw', 'restore'], 'fieldNotValid'),
  version: z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, 'fieldNotValid'),
})
