import { isBot } from 'isbot'

// What a program calls itself is all there is to go by: one that calls itself a browser counts as a person.

const longestName = 500

/** Whether a program says, or shows by its name, that no person sits behind it. One without a name is no browser. */
export function isRobot(userAgent: string): boolean {
  return userAgent === '' || isBot(userAgent.slice(0, longestName))
}

const feedPrograms =
  /podcast|pocket ?casts|overcast|antennapod|castbox|castro|podkicker|player ?fm|gpodder|beyondpod|downcast|icatcher|podbean|podverse|feed|\brss|freshrss|inoreader|newsblur|netnewswire|miniflux|thunderbird/i
const searchers =
  /bot\b|bot\/|crawl|spider|slurp|scan|search|headless|lighthouse|preview|externalhit|monitor|curl|wget|python|java\/|go-http-client/i

/** Whether a program follows feeds for somebody. */
export function isFeedProgram(userAgent: string): boolean {
  return feedPrograms.test(userAgent.slice(0, longestName))
}

/** Whether a program that fetches a feed, or a file by way of one, is surely no listener's: to others this list must be shorter. */
export function isRobotAtFeeds(userAgent: string): boolean {
  return userAgent === '' || (!isFeedProgram(userAgent) && searchers.test(userAgent.slice(0, longestName)))
}

/** Whether a browser fetches something beforehand that nobody may ever look at. */
export function isPrefetch(header: (name: string) => string | undefined): boolean {
  return ['sec-purpose', 'purpose', 'x-purpose', 'x-moz'].some((name) => /prefetch|prerender|preview/i.test(header(name) ?? ''))
}
