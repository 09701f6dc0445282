import { createHash } from 'node:crypto'

/** What of a text a reader sees, and so what its hash is taken over. */
export interface HashedParts {
  title: string
  summary: string
  modules?: Record<string, string>
  body: string
}

/** Twelve hex digits that change when the text changes, and not when only white space at line ends does. */
export function hashText({ title, summary, modules, body }: HashedParts): string {
  const titles = Object.entries(modules ?? {}).sort(([a], [b]) => (a < b ? -1 : 1))
  const parts = [normalise(title), normalise(summary), titles.map(([id, name]) => [id, normalise(name)]), normalise(body)]
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 12)
}

/** Eight hex digits over the bytes of a file. */
export function hashBytes(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 8)
}

function normalise(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .trim()
}
