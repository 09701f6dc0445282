import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'
import type { Report } from './problems'

/** A YAML value that knows on which line of the file each part of it stands. */
export interface YamlValue {
  value: unknown
  lineOf: (path: readonly PropertyKey[]) => number
}

/**
 * Parses YAML that begins on line `firstLine` of a file. Reports what is wrong with it and then returns null.
 * With `textOnly` every value stays the text that was written: `112` is a title and `3e5` is a hash, no number.
 */
export function readYaml(source: string, options: { firstLine: number; textOnly: boolean }, report: Report): YamlValue | null {
  const lines = new LineCounter()
  const lineAt = (offset: number) => lines.linePos(offset).line + options.firstLine - 1
  const document = parseDocument(source, {
    lineCounter: lines,
    prettyErrors: false,
    // What is wrong is reported below, and not written to the terminal by the parser.
    logLevel: 'error',
    uniqueKeys: true,
    schema: options.textOnly ? 'failsafe' : 'core',
  })
  const faults = [...document.errors, ...document.warnings]
  for (const fault of faults) report(lineAt(fault.pos[0]), `the YAML cannot be read: ${fault.message}`)
  if (faults.length > 0) return null

  let value: unknown
  try {
    // An alias (`*name`) has no use here and can be made to grow without end.
    value = document.toJS({ maxAliasCount: 0 })
  } catch (error) {
    report(options.firstLine, `the YAML cannot be read: ${error instanceof Error ? error.message : String(error)}`)
    return null
  }

  const lineOf = (path: readonly PropertyKey[]) => {
    let node: unknown = document.contents
    let offset = isNode(node) ? (node.range?.[0] ?? 0) : 0
    for (const step of path) {
      if (isMap(node)) {
        const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step))
        if (!pair) break
        if (isNode(pair.key)) offset = pair.key.range?.[0] ?? offset
        node = pair.value
      } else if (isSeq(node)) {
        node = node.items[Number(step)]
        if (isNode(node)) offset = node.range?.[0] ?? offset
      } else break
    }
    return lineAt(offset)
  }
  return { value, lineOf }
}

/** Reports each thing that a Zod schema found wrong with a YAML value, on the line where it stands. */
export function reportIssues(error: z.ZodError, yaml: YamlValue, report: Report): void {
  for (const issue of error.issues) {
    const name = issue.path.map(String).join('.')
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) report(yaml.lineOf([...issue.path, key]), `unknown key \`${[name, key].filter(Boolean).join('.')}\``)
    } else if (issue.path.length > 0 && at(yaml.value, issue.path) === undefined) {
      report(yaml.lineOf(issue.path), `\`${name}\` is missing`)
    } else {
      report(yaml.lineOf(issue.path), name ? `\`${name}\`: ${issue.message}` : issue.message)
    }
  }
}

function at(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (part, step) => (typeof part === 'object' && part !== null ? (part as Record<PropertyKey, unknown>)[step] : undefined),
    value,
  )
}
