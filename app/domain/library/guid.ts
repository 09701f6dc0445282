import { createHash } from 'node:crypto'

/** The namespace that the Podcasting 2.0 standard gives for `podcast:guid`. */
const podcastNamespace = 'ead4c236-bf58-58c6-a2c6-a6b28d128cb6'

/**
 * A UUID of version 5 (RFC 9562): the same for the same name, for ever.
 * @param name what it stands for
 * @param namespace a UUID
 */
export function uuidOf(name: string, namespace: string): string {
  const hash = createHash('sha1')
    .update(Buffer.from(namespace.replaceAll('-', ''), 'hex'))
    .update(name)
    .digest()
    .subarray(0, 16)
  hash[6] = (hash[6]! & 0x0f) | 0x50
  hash[8] = (hash[8]! & 0x3f) | 0x80
  return hash.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/**
 * `podcast:guid` of a series in a language. Worked out from what it is and not from where it is: a site that moves keeps its
 * listeners. Each language is a feed of its own.
 */
export function podcastGuid(series: string, language: string): string {
  return uuidOf(`leerkring/${series}/${language}`, podcastNamespace)
}

/** The guid of an episode in the feed of a language. */
export function episodeGuid(episode: string, language: string): string {
  return `leerkring:library:${episode}:${language}`
}
