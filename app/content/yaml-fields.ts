import { z } from 'zod'
import { idPattern } from './ids'

// What course.yaml and item.yaml have in common, with messages for who writes them.

export const yamlId = z.string('must be an id').regex(idPattern, 'bad id: English words in lower case with hyphens in between')

export const positive = z.number('must be a number').int('must be a whole number').positive('must be more than 0')

/** One of these words. */
export function words<const Words extends readonly [string, ...string[]]>(names: Words) {
  return z.enum(names, `must be one of ${names.join(', ')}`)
}

/** A list that names nothing twice. */
export function listOf<Part extends z.ZodType<string>>(part: Part) {
  return z.array(part, 'must be a list').refine((list) => new Set(list).size === list.length, 'names something twice')
}

export const programme = words(['opvoeding', 'financieel', 'verandering'])
export const level = words(['A2', 'B1']).default('B1')
export const audience = z
  .array(words(['parents', 'trainers', 'coordinators', 'professionals']), 'must be a list')
  .min(1, 'is empty')
  .refine((list) => new Set(list).size === list.length, 'names somebody twice')
