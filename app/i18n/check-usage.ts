import type { Strings } from './check-locales'

// A string that no page asks for is translated six times for nothing.

/** Parts of the text of an expression such as `roles.${role}` that stand still. */
function patternOf(template: string): RegExp | null {
  const parts = template.split(/\$\{[^}]*\}/)
  // Something like `${a}${b}` would let everything pass.
  if (parts.join('').replace(/\W/g, '').length < 2) return null
  return new RegExp(`^${parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('[\\w.-]+')}$`)
}

/** The keys of Dutch strings that the code can ask for: as they are, or made from a pattern with something in it. */
export function unusedKeys(strings: Strings, sources: string[]): string[] {
  const code = sources.join('\n')
  const literals = new Set(Array.from(code.matchAll(/(['"`])(?:\w+:)?([A-Za-z][\w.-]*)\1/g), ([, , text]) => text!))
  const templates = Array.from(code.matchAll(/`([\w.-]*\$\{[^`]*)`/g), ([, text]) => patternOf(text!)).filter((pattern) => pattern !== null)
  const isUsed = (key: string) => literals.has(key) || templates.some((pattern) => pattern.test(key))
  return [...strings.keys()].filter((key) => !isUsed(key) && !isUsed(key.replace(/_(zero|one|two|few|many|other)$/, '')))
}
