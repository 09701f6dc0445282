import type { Script } from './library/types'
import type { Text } from './types'

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }
const withinWords = /<\/?(?:a|abbr|b|bdi|em|i|mark|small|span|strong|sub|sup)\b[^>]*>/g

/** The words of our own compiled HTML, with a space where a block ends. It is text: what shows it has to escape it. */
export function plainText(html: string): string {
  return html
    .replace(withinWords, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(?:#x([0-9a-f]+)|#(\d+)|([a-z]+));/gi, (whole, hex?: string, decimal?: string, name?: string) =>
      name ? (entities[name] ?? whole) : String.fromCodePoint(hex ? parseInt(hex, 16) : Number(decimal)),
    )
    .replace(/\s+/g, ' ')
    .trim()
}

/**
 * What a text says below its title and summary, for who searches; with what is said in its recording. Questions stay out: an
 * excerpt must not give an answer away.
 */
export function bodyOf(text: Text, script?: Script): string {
  const read = text.blocks.flatMap((block) => (block.kind === 'question' ? [] : [plainText(block.html)]))
  const heard = script?.chapters.flatMap(({ title, turns }) => [title, ...turns.map((turn) => turn.text)]) ?? []
  return [...read, ...heard].join(' ')
}
