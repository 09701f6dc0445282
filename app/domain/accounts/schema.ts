import { z } from 'zod'
import { languages } from '~/i18n/languages'

// Schemas speak codes; the page looks them up in the namespace "errors".

/** Letters and digits of any script, with . _ - between; kept in lower case. */
export const userName = z
  .string()
  .trim()
  .normalize('NFKC')
  .toLowerCase()
  .min(3, 'userNameTooShort')
  .max(40, 'userNameTooLong')
  .regex(/^[\p{L}\p{M}\p{N}]+([._-][\p{L}\p{M}\p{N}]+)*$/u, 'userNameCharacters')

// NIST SP 800-63B: length counts, forced characters do not. The most guessed ones of eight or more are refused.
const tooCommon = new Set([
  'password',
  'wachtwoord',
  '12345678',
  '123456789',
  '1234567890',
  '11111111',
  'qwertyuiop',
  'welkom123',
  'welkom01',
  'leerkring',
  'iloveyou',
  'qwerty123',
  'abcd1234',
  'password1',
  'wachtwoord1',
])

export const password = z
  .string()
  .min(8, 'passwordTooShort')
  .max(200, 'passwordTooLong')
  .refine((text) => !tooCommon.has(text.toLowerCase()) && new Set(text).size > 2, 'passwordTooCommon')

const emptyIsAbsent = z.literal('').transform(() => undefined)

export const email = z.email('emailNotValid').max(200, 'emailNotValid').toLowerCase()
export const optionalEmail = z.union([emptyIsAbsent, z.string().trim().pipe(email)], 'emailNotValid').optional()

export const signInForm = z.object({
  email: z.string().trim().min(1, 'userNameMissing').max(200, 'userNameTooLong'),
  password: z.string().min(1, 'passwordMissing').max(200, 'passwordTooLong'),
})

export const joinForm = z
  .object({ userName, password, email: optionalEmail })
  .refine((form) => form.password.toLowerCase() !== form.userName, { path: ['password'], message: 'passwordIsUserName' })

export const newPasswordByCodeForm = z.object({
  email: z.string().trim().min(1, 'userNameMissing').max(200, 'userNameTooLong'),
  code: z.string().trim().min(1, 'codeMissing').max(60, 'codeNotValid'),
  password,
})

export const signInLinkForm = z.object({ email: z.string().trim().pipe(email) })

export const changePasswordForm = z.object({
  currentPassword: z.string().min(1, 'passwordMissing').max(200, 'passwordTooLong'),
  password,
})

/** Which device to sign out: one by its key, or all others. */
export const endDeviceForm = z.object({ key: z.string().regex(/^([0-9a-f]{64}|others)$/, 'choiceUnknown') })

export const changeEmailForm = z.object({
  email: optionalEmail,
  currentPassword: z.string().min(1, 'passwordMissing').max(200, 'passwordTooLong'),
})

export const settingsForm = z.object({
  withoutTests: z.stringbool().optional().default(false),
  keepReflections: z.stringbool().optional().default(false),
  language: z.enum(languages, 'languageUnknown'),
})

/** The name of an organisation or a cohort, on one line. Controls and marks that turn the reading direction are left out. */
export const nameOfThing = z
  .string()
  .normalize('NFC')
  .transform((text) =>
    text
      .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
      .replace(/[\s\p{Cc}]+/gu, ' ')
      .trim(),
  )
  .pipe(z.string().min(2, 'nameMissing').max(120, 'nameTooLong'))

export const organisationKinds = ['coordinating', 'municipality', 'cjg', 'self_organisation', 'womens_organisation', 'provider'] as const

export const organisationForm = z.object({
  name: nameOfThing,
  kind: z.enum(organisationKinds, 'kindMissing'),
  parentId: z.union([emptyIsAbsent, z.uuid('choiceUnknown')]).optional(),
  /** As it was typed; empty where the organisation works everywhere. */
  municipality: z.string().trim().max(80, 'municipalityUnknown').optional(),
})

/** What a coordinator may change of her organisation. */
export const ownOrganisationForm = organisationForm.pick({ name: true, municipality: true })

export const invitablePeople = ['coordinator', 'manager', 'editor', 'administrator'] as const

export const invitePersonForm = z
  .object({
    role: z.enum(invitablePeople, 'roleMissing'),
    organisationId: z.union([emptyIsAbsent, z.uuid('choiceUnknown')]).optional(),
  })
  .refine((form) => form.role !== 'coordinator' || form.organisationId, { path: ['organisationId'], message: 'organisationMissing' })

/** A part of a user name to search for. Never refused: what cannot be in a name is left out. */
export const peopleSearch = z.string().transform((text) =>
  text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{M}\p{N}._-]/gu, '')
    .slice(0, 60),
)

export const accountChanges = ['deactivate', 'reactivate', 'endSessions', 'issueCode'] as const

/** What an administrator does to an account. */
export const accountChangeForm = z.object({ change: z.enum(accountChanges, 'choiceUnknown') })
