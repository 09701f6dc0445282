import { z } from 'zod'
import type { Report } from '../problems'
import { subjects } from '../subjects'
import { audience, level, listOf, positive, programme, words, yamlId } from '../yaml-fields'
import { readYaml, reportIssues } from '../yaml-source'
import { itemKinds, type ItemRules } from './types'

const schema = z.strictObject({
  id: yamlId,
  kind: words(itemKinds),
  programme,
  audience,
  subjects: listOf(words(subjects)).min(1, 'is empty'),
  minutes: positive,
  level,
  related: listOf(z.string().regex(/^(?:course\/)?[a-z0-9-]+(?:\/[a-z0-9-]+)?$/, 'must be an item or `course/<course>/<lesson>`')).default(
    [],
  ),
  episodes: listOf(yamlId).default([]),
  chapters: listOf(yamlId).default([]),
  published: z.iso.date('must be a day: 2026-11-22'),
})

/** Reads and checks an item.yaml. Reports what is wrong; returns null where it cannot be used at all. */
export function readItemFile(source: string, folder: string, report: Report): ItemRules | null {
  const yaml = readYaml(source, { firstLine: 1, textOnly: false }, report)
  if (!yaml) return null
  const parsed = schema.safeParse(yaml.value)
  if (!parsed.success) {
    reportIssues(parsed.error, yaml, report)
    return null
  }
  const item = parsed.data
  if (item.id !== folder) report(yaml.lineOf(['id']), `\`id\` must be the name of the folder, \`${folder}\``)
  // What has everything in it stands at that address.
  if (item.id === 'package')
    report(yaml.lineOf(['id']), 'an item cannot be called `package`: that is the address of the package of a language')
  const isSpoken = item.kind === 'episode' || item.kind === 'film'
  if (isSpoken !== item.chapters.length > 0)
    report(
      yaml.lineOf(['chapters']),
      isSpoken ? '`chapters` is missing: an episode or film has some' : 'only an episode or film has `chapters`',
    )
  if ((item.kind === 'podcast') !== item.episodes.length > 0)
    report(yaml.lineOf(['episodes']), item.kind === 'podcast' ? '`episodes` is missing' : 'only a podcast has `episodes`')
  return item
}

/** Reports what an item names and is not there. `others` are the rules of every item; `courses` the lessons of each course. */
export function checkNames(
  item: ItemRules,
  others: readonly ItemRules[],
  courses: ReadonlyMap<string, ReadonlySet<string>>,
  report: Report,
): void {
  for (const name of item.episodes)
    if (others.find(({ id }) => id === name)?.kind !== 'episode') report(1, `\`episodes\`: there is no episode \`${name}\``)
  for (const name of item.related) {
    const [first, course = '', lesson] = name.split('/')
    const lessons = courses.get(course)
    const isThere = first === 'course' ? lessons && (lesson === undefined || lessons.has(lesson)) : others.some(({ id }) => id === name)
    if (!isThere) report(1, `\`related\`: there is no \`${name}\``)
  }
}
