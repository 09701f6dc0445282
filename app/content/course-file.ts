import { z } from 'zod'
import { idPattern, reservedIds } from './ids'
import { subjects, type Subject } from './subjects'
import type { Report } from './problems'
import type { CourseRules } from './types'
import { readYaml, reportIssues, type YamlValue } from './yaml-source'

export interface CourseFile extends CourseRules {
  modules: { id: string; lessons: { id: string; minutes: number; subjects?: Subject[] | undefined }[] }[]
  /** The line of course.yaml that names a lesson. */
  lineOfLesson: ReadonlyMap<string, number>
}

const id = z
  .string('must be an id')
  .regex(idPattern, 'bad id: English words in lower case with hyphens in between')
  .refine((value) => !reservedIds.includes(value), `${reservedIds.map((name) => `\`${name}\``).join(' and ')} are taken`)

const positive = z.number('must be a number').int('must be a whole number').positive('must be more than 0')

function words<const Words extends readonly [string, ...string[]]>(...names: Words) {
  return z.enum(names, `must be one of ${names.join(', ')}`)
}

const subjectList = z
  .array(words(...subjects), 'must be a list')
  .refine((list) => new Set(list).size === list.length, 'names something twice')

const schema = z.strictObject({
  id,
  kind: words('course', 'handbook'),
  programme: words('opvoeding', 'financieel', 'verandering'),
  audience: z
    .array(words('parents', 'trainers', 'coordinators', 'professionals'), 'must be a list')
    .min(1, 'is empty')
    .refine((list) => new Set(list).size === list.length, 'names somebody twice'),
  subjects: subjectList.default([]),
  level: words('A2', 'B1').default('B1'),
  test: z.boolean('must be `true` or `false`'),
  completion: z
    .strictObject({
      lessons: z.union([z.literal('all'), positive], 'must be `all` or a number of lessons'),
      questions: words('answered', 'ignored'),
    })
    .optional(),
  certificate: z.strictObject({ hours: positive }).optional(),
  modules: z
    .array(
      z.strictObject({
        id,
        lessons: z
          .array(z.strictObject({ id, minutes: positive, subjects: subjectList.optional() }), 'must be a list of lessons')
          .min(1, 'is empty'),
      }),
      'must be a list of modules',
    )
    .min(1, 'is empty'),
})

/** Reads and checks a course.yaml. Reports what is wrong; returns null where it cannot be used at all. */
export function readCourseFile(source: string, folder: string, report: Report): CourseFile | null {
  const yaml = readYaml(source, { firstLine: 1, textOnly: false }, report)
  if (!yaml) return null
  const parsed = schema.safeParse(yaml.value)
  if (!parsed.success) {
    reportIssues(parsed.error, yaml, report)
    return null
  }
  const { completion, certificate, ...rules } = parsed.data
  if (rules.id !== folder) {
    report(yaml.lineOf(['id']), `\`id\` must be the name of the folder, \`${folder}\``)
    return null
  }
  if (rules.kind === 'course' && !completion) report(1, '`completion` is missing: a course says when it is finished')
  const lineOfLesson = checkIds(rules.modules, yaml, report)
  if (typeof completion?.lessons === 'number' && completion.lessons > lineOfLesson.size) {
    report(yaml.lineOf(['completion', 'lessons']), `\`completion.lessons\`: there are only ${lineOfLesson.size} lessons`)
  }
  return {
    ...rules,
    // A handbook is looked things up in; nobody finishes it.
    completion: completion ?? { lessons: 'all', questions: 'ignored' },
    certificate: certificate ?? null,
    lineOfLesson,
  }
}

function checkIds(modules: CourseFile['modules'], yaml: YamlValue, report: Report): Map<string, number> {
  const lineOfId = new Map<string, number>()
  const lineOfLesson = new Map<string, number>()
  const take = (name: string, path: PropertyKey[]) => {
    const line = yaml.lineOf(path)
    const first = lineOfId.get(name)
    if (first !== undefined) report(line, `duplicate id \`${name}\`: line ${first} has it too`)
    else lineOfId.set(name, line)
    return line
  }
  modules.forEach((module, index) => {
    take(module.id, ['modules', index, 'id'])
    module.lessons.forEach((lesson, place) => {
      const line = take(lesson.id, ['modules', index, 'lessons', place, 'id'])
      if (!lineOfLesson.has(lesson.id)) lineOfLesson.set(lesson.id, line)
    })
  })
  return lineOfLesson
}
