import { data } from '@remix-run/node'
import type { z } from 'zod'

/** What a page needs to show a form again: what was typed (never passwords) and an error code for each field. */
export interface FormFault {
  values: Record<string, string>
  /** What was ticked, by the name of the boxes. */
  ticked?: Record<string, string[]>
  errors: Record<string, string>
}

export type ParsedForm<T> =
  { ok: true; data: T; values: Record<string, string>; ticked: Record<string, string[]> } | ({ ok: false } & FormFault)

const secretFields = new Set(['password', 'currentPassword', 'formToken'])

/** Reads a posted form. Throws a 400 response for a body that is no form. */
export async function readForm(request: Request): Promise<FormData> {
  try {
    return await request.formData()
  } catch {
    throw new Response(null, { status: 400 })
  }
}

/**
 * Reads a posted form and parses it with a schema whose messages are error codes.
 * @param several names of fields that may come more than once; they are handed over as arrays
 */
export async function parseForm<T>(request: Request, schema: z.ZodType<T>, several: string[] = []): Promise<ParsedForm<T>> {
  const form = await readForm(request)
  const input: Record<string, string | string[]> = {}
  const values: Record<string, string> = {}
  const ticked: Record<string, string[]> = {}
  for (const name of new Set(form.keys())) {
    // PostgreSQL cannot store the character NUL, and nobody means it.
    const texts = form.getAll(name).flatMap((value) => (typeof value === 'string' ? [value.replaceAll('\0', '')] : []))
    input[name] = several.includes(name) ? texts : (texts[0] ?? '')
    if (!secretFields.has(name)) values[name] = texts[0] ?? ''
  }
  for (const name of several) input[name] = ticked[name] = [input[name] ?? []].flat()
  const parsed = schema.safeParse(input)
  if (parsed.success) return { ok: true, data: parsed.data, values, ticked }
  const errors: Record<string, string> = {}
  for (const issue of parsed.error.issues) errors[String(issue.path[0] ?? 'form')] ??= codeOf(issue.message)
  return { ok: false, values, ticked, errors }
}

/** Zod's own messages are sentences; only our codes may reach the page. */
function codeOf(message: string): string {
  return /^[a-z][A-Za-z]+$/.test(message) ? message : 'fieldNotValid'
}

/** The reply to a form that cannot be accepted: the page again, with what was typed. */
export function formFault(fault: FormFault, status = 422) {
  const { values, errors, ticked = {} } = fault
  return data({ values, errors, ticked } satisfies FormFault, { status })
}
