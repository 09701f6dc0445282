import type { FileRole, Item, ItemFile } from '~/content/library/types'
import { isLanguage } from '~/i18n/languages'
import type { Use } from './reach-counter'
import { isFeedProgram, isPrefetch, isRobot, isRobotAtFeeds } from './robots'

/** A request that was answered. */
export interface Answered {
  method: string
  /** Path and query as they were asked for. */
  url: string
  status: number
  header: (name: string) => string | undefined
}

/** What the library has. */
export interface Shelf {
  items: readonly Pick<Item, 'id' | 'kind'>[]
  findFile: (itemId: string, name: string) => Promise<Pick<ItemFile, 'language' | 'role'> | null>
}

/** Stands for an item: all material of a language in one file. */
export const packageId = 'package'

const itemPage = /^\/([a-z]{2})\/library\/([a-z0-9-]+)\/?$/
const wholePackage = /^\/([a-z]{2})\/library\/package\.zip$/
const podcastFeed = /^\/([a-z]{2})\/podcast\.xml$/
const file = /^\/media\/([a-z0-9-]+)\/([^/]+)$/

/** Whether an address may be one that is counted; nearly all are not, and it has to be known at once. */
export function mayCount(method: string, url: string): boolean {
  return method === 'GET' && /^\/(media\/|[a-z]{2}\/(library\/|podcast\.xml))/.test(url)
}

/** Roles of files that are played. The other way to use a file is to take it along. */
const played: readonly FileRole[] = ['audio', 'audio-small', 'film', 'film-small']
const papers: readonly FileRole[] = ['sheet', 'poster']

/**
 * What was used with a request: a page, a file, a feed.
 * @returns null for what does not count: not read, not answered in full or with a piece, a robot, fetched beforehand, no page or
 *   file of the library, or a file that a page shows by itself (a still, captions)
 */
export async function useOf(answered: Answered, shelf: Shelf): Promise<Use | null> {
  const { method, url, status, header } = answered
  if (!mayCount(method, url) || (status !== 200 && status !== 206) || isPrefetch(header)) return null
  const [path = '', query = ''] = url.split('?', 2)
  const userAgent = header('user-agent') ?? ''
  const [, feedLanguage] = podcastFeed.exec(path) ?? []
  if (isLanguage(feedLanguage)) {
    const series = shelf.items.find(({ kind }) => kind === 'podcast')
    if (!series || status !== 200 || isRobotAtFeeds(userAgent)) return null
    return { itemId: series.id, kind: 'feed', language: feedLanguage, part: `feed ${feedLanguage}` }
  }
  if (path.startsWith('/media/')) return useOfFile(path, query, userAgent, shelf)
  if (status !== 200 || isRobot(userAgent)) return null
  const [, packageLanguage] = wholePackage.exec(path) ?? []
  if (isLanguage(packageLanguage)) return { itemId: packageId, kind: 'download', language: packageLanguage, part: packageLanguage }
  const [, language, itemId] = itemPage.exec(path) ?? []
  const isThere = isLanguage(language) && shelf.items.some(({ id }) => id === itemId)
  return isThere ? { itemId: itemId!, kind: 'view', language, part: '' } : null
}

async function useOfFile(path: string, query: string, userAgent: string, shelf: Shelf): Promise<Use | null> {
  const found = await fileAt(path, shelf)
  if (!found) return null
  const { itemId, language, role, part } = found
  const asked = new URLSearchParams(query)
  if (asked.has('feed') || isFeedProgram(userAgent)) {
    return isRobotAtFeeds(userAgent) ? null : { itemId, kind: 'feed', language, part }
  }
  if (isRobot(userAgent)) return null
  if (asked.has('download') || papers.includes(role)) return { itemId, kind: 'download', language, part }
  return played.includes(role) ? { itemId, kind: 'play', language, part } : null
}

/** The file that an address names. @returns null when the library has none there */
async function fileAt(path: string, { findFile }: Shelf) {
  const [, itemId, name] = file.exec(path) ?? []
  const found = itemId && name ? await findFile(itemId, name) : null
  if (!found) return null
  const { language, role } = found
  // Who changes over to the small file still hears the same.
  return { itemId: itemId!, language, role, part: `${language} ${role.replace(/-small$/, '')}` }
}

/**
 * What the player's script says was played to the end.
 * @param path of the file, as the browser knows it
 * @returns null when there is nothing to play there
 */
export async function playedToTheEnd(path: string, shelf: Shelf): Promise<Use | null> {
  const found = await fileAt(path, shelf)
  if (!found || !played.includes(found.role)) return null
  const { itemId, language, part } = found
  return { itemId, kind: 'complete', language, part }
}
