import { z } from 'zod'
import { reservedIds } from './ids'
import { subjects, type Subject } from './subjects'
import type { Report } from './problems'
import type { CourseRules } from './types'
import { audience, level, listOf, positive, programme, words, yamlId } from './yaml-fields'
import { readYaml, reportIssues, type YamlValue } from './yaml-source'

export interface CourseFile extends CourseRules {
  modules: { id: string; lessons: { id: string; minutes: number; subjects?: Subject[] | undefined }[] }[]
  /** The line of course.yaml that names a lesson. */
  lineOfLesson: ReadonlyMap<string, number>
}

const id = yamlId.refine((value) => !reservedIds.includes(value), `${reservedIds.map((name) => `\`${name}\``).join(' and ')} are taken`)
const subjectList = listOf(words(subjects))

const schema = z.strictObject({
  id,
  kind: words(['course', 'handbook']),
  programme,
  audience,
  subjects: subjectList.default([]),
  level,
  test: z.boolean('must be `true` or `false`'),
  completion: z
    .strictObject({
      lessons: z.union([z.literal('all'), positive], 'must be `all` or a number of lessons'),
      questions: words(['answered', 'ignored']),
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
