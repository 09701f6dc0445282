import { z } from 'zod'
import { sourceLanguage, type Language } from '~/i18n/languages'
import { hashText } from './hash'
import type { Report } from './problems'
import { readYaml, reportIssues, type YamlValue } from './yaml-source'

/** What stands between the two `---` lines of a text, and the text below. */
export interface FrontMatter {
  title: string
  summary: string
  modules: Record<string, string> | null
  source: string | null
  state: 'draft' | 'reviewed' | null
  body: string
  /** Hash of title, summary, modules and body. */
  hash: string
  lineOf: YamlValue['lineOf']
}

/** A line of words. What YAML spells (`"\\u000b"`) is looked at here: in the file itself it is harmless letters. */
export const oneLine = z
  .string()
  .trim()
  .min(1, 'is empty')
  .refine((text) => !text.includes('\n'), 'must be one line')
  .refine(
    (text) => !/[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFFFD]/.test(text),
    'holds a control character; delete it',
  )
const common = { title: oneLine, summary: oneLine }
const translated = {
  source: z
    .string()
    .regex(/^[0-9a-f]{12}$/, 'must be the twelve hex digits that `npm run content:stamp` writes')
    .optional(),
  state: z.enum(['draft', 'reviewed'], 'must be `draft` or `reviewed`'),
}
const modules = { modules: z.record(z.string(), oneLine) }

function schemaFor(language: Language, isAbout: boolean) {
  return z.strictObject(
    {
      ...common,
      ...(language === sourceLanguage ? {} : translated),
      ...(isAbout ? modules : {}),
    },
    // Only the message for "this is no map at all" is ours: the others are more exact.
    { error: (issue) => (issue.code === 'invalid_type' ? 'the front matter must be `key: value` lines' : undefined) },
  )
}

/** The two parts of a text file, or null if it does not begin with front matter. `source` has LF line ends. */
export function splitFrontMatter(source: string): { yaml: string; body: string } | null {
  const match = /^---[ \t]*\n((?:.*\n)*?)---[ \t]*(?:\n|$)/.exec(source)
  return match ? { yaml: match[1] ?? '', body: source.slice(match[0].length) } : null
}

/** Reads and checks the front matter of a text. Reports what is wrong and returns null if there is none to use. */
export function readFrontMatter(source: string, language: Language, isAbout: boolean, report: Report): FrontMatter | null {
  const parts = splitFrontMatter(source)
  if (!parts) {
    report(1, 'the front matter is missing: begin with `---`, then `title:` and `summary:`, then `---`')
    return null
  }
  const yaml = readYaml(parts.yaml, { firstLine: 2, textOnly: true }, report)
  if (!yaml) return null
  const parsed = schemaFor(language, isAbout).safeParse(yaml.value)
  if (!parsed.success) {
    reportIssues(parsed.error, yaml, report)
    return null
  }
  // The schema is put together by language, so its type has the keys of none.
  const data = parsed.data as Pick<FrontMatter, 'title' | 'summary'> &
    Partial<{ modules: Record<string, string>; source: string; state: 'draft' | 'reviewed' }>
  if (language !== sourceLanguage && !data.source) {
    report(1, 'it is not known which Dutch text this was made from: run `npm run content:stamp`', 'notice')
  }
  return {
    title: data.title,
    summary: data.summary,
    modules: data.modules ?? null,
    source: data.source ?? null,
    state: data.state ?? null,
    body: parts.body,
    hash: hashText({ ...data, body: parts.body }),
    lineOf: yaml.lineOf,
  }
}
