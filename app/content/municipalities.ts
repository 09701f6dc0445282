import { readFileSync } from 'node:fs'
import path from 'node:path'

/** A municipality with its code at Statistics Netherlands (CBS), such as GM0363. */
export interface Municipality {
  code: string
  name: string
  province: string
}

// A name with a comma in it stands between quotes; there is nothing else to this file.
const line = /^(GM\d{4}),(?:"([^"]+)"|([^,"]+)),(.+)$/

/** The municipalities of the Netherlands, by name. */
export const municipalities: readonly Municipality[] = readFileSync(path.join(process.cwd(), 'content/municipalities.csv'), 'utf8')
  .trim()
  .split(/\r?\n/)
  .slice(1)
  .map((text) => {
    const [, code, quoted, plain, province] = line.exec(text) ?? []
    if (!code || !province) throw new Error(`content/municipalities.csv has a line that is no municipality: ${text}`)
    return { code, name: (quoted ?? plain)!, province }
  })
  .sort((a, b) => sortable(a.name).localeCompare(sortable(b.name), 'nl'))

const byCode = new Map(municipalities.map((each) => [each.code, each]))

/** Names that people use for a municipality besides its own. */
const alsoKnownAs: Record<string, string[]> = {
  GM0518: ['Den Haag', 'The Hague'],
  GM0796: ['Den Bosch'],
}

// "'s-Gravenhage" sorts and is found under the g, "Súdwest-Fryslân" without its accents.
function sortable(name: string): string {
  return name.replace(/^'[a-z]-/i, '')
}

function asTyped(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}

const byName = new Map<string, Set<string>>()
for (const { code, name } of municipalities) {
  // "Bergen (NH.)" is found as it is, and as Bergen as long as there is only one.
  for (const spelling of [name, sortable(name), name.replace(/ \(.*\)$/, ''), ...(alsoKnownAs[code] ?? [])]) {
    const key = asTyped(spelling)
    byName.set(key, (byName.get(key) ?? new Set()).add(code))
  }
}

/** The municipality with this code, or null. */
export function findMunicipality(code: string): Municipality | null {
  return byCode.get(code) ?? null
}

/**
 * The municipality somebody means: by its code, its name in any spelling of capitals, accents and hyphens, or a name that
 * everybody uses, such as Den Haag.
 * @returns null when there is none, or more than one
 */
export function readMunicipality(typed: string): Municipality | null {
  const text = typed.trim()
  const code = byCode.get(text.toUpperCase())
  if (code) return code
  const found = byName.get(asTyped(text))
  return found?.size === 1 ? byCode.get([...found][0]!)! : null
}

/** What a list beside a text field offers: every name, and the other names that people look for. */
export const municipalityNames: readonly { name: string; hint: string }[] = municipalities.flatMap(({ code, name, province }) => [
  { name, hint: province },
  ...(alsoKnownAs[code] ?? []).slice(0, 1).map((other) => ({ name: other, hint: name })),
])
