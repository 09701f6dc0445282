// A small writer of iCalendar (RFC 5545): what a calendar on a telephone subscribes to.

/** One entry of a calendar. */
export interface CalendarEvent {
  /** The same for ever, so that a change moves an entry and makes no second one. */
  uid: string
  /** Goes up with every change. */
  sequence: number
  revisedAt: Date
  /** YYYY-MM-DD, in the Netherlands. */
  date: string
  /** HH:MM; without it the entry lasts all day. */
  startsAt: string | null
  cancelled: boolean
  summary: string
  description: string
  place: string | null
  url: string
}

const hour = 3600 * 1000
const length = 2 * hour
const longestLine = 75

/** A calendar as a file. @param name what it is called in a list of calendars */
export function calendarText(name: string, events: CalendarEvent[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Leerkring//Leerkring//NL',
    'CALSCALE:GREGORIAN',
    `NAME:${escapeText(name)}`,
    `X-WR-CALNAME:${escapeText(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
    'X-PUBLISHED-TTL:PT6H',
    ...events.flatMap(eventLines),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${foldLine(line)}\r\n`).join('')
}

function eventLines(event: CalendarEvent): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${escapeText(event.uid)}`,
    `DTSTAMP:${stampOf(event.revisedAt)}`,
    `LAST-MODIFIED:${stampOf(event.revisedAt)}`,
    `SEQUENCE:${event.sequence}`,
    ...timesOf(event),
    `SUMMARY:${escapeText(event.summary)}`,
    ...(event.place ? [`LOCATION:${escapeText(event.place)}`] : []),
    `DESCRIPTION:${escapeText(event.description)}`,
    `URL:${event.url}`,
    `STATUS:${event.cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    'CLASS:PRIVATE',
    'END:VEVENT',
  ]
}

function timesOf({ date, startsAt }: CalendarEvent): string[] {
  if (startsAt === null) {
    // The end of a whole day is the day after; nobody is busy all that day.
    const next = new Date(Date.parse(`${date}T00:00:00Z`) + 24 * hour).toISOString().slice(0, 10)
    const [from, until] = [date, next].map((day) => day.replaceAll('-', ''))
    return [`DTSTART;VALUE=DATE:${from}`, `DTEND;VALUE=DATE:${until}`, 'TRANSP:TRANSPARENT']
  }
  const start = momentInTheNetherlands(date, startsAt)
  return [`DTSTART:${stampOf(start)}`, `DTEND:${stampOf(new Date(start.getTime() + length))}`, 'TRANSP:OPAQUE']
}

/** A moment as iCalendar writes it, in UTC: 20261122T130000Z. */
function stampOf(moment: Date): string {
  return `${moment.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`
}

/** Text as the value of a property: newlines and what has a meaning of its own are escaped, other controls left out. */
export function escapeText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\n\t])\p{Cc}/gu, '')
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\n/g, '\\n')
}

/** A line in pieces of at most 75 octets, each but the first behind a line break and a space. No character is cut in two. */
export function foldLine(line: string): string {
  let folded = ''
  let octets = 0
  for (const character of line) {
    const size = Buffer.byteLength(character)
    if (octets + size > longestLine) {
      folded += '\r\n '
      octets = 1
    }
    folded += character
    octets += size
  }
  return folded
}

const wallClock = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Amsterdam',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
})

/** By how many milliseconds clocks in the Netherlands are ahead of UTC at a moment. */
function aheadAt(moment: number): number {
  const parts = Object.fromEntries(wallClock.formatToParts(moment).map(({ type, value }) => [type, Number(value)]))
  return Date.UTC(parts.year!, parts.month! - 1, parts.day, parts.hour, parts.minute, parts.second) - moment
}

/**
 * The moment at which clocks in the Netherlands show this. In the hour that is skipped in spring it is an hour later, in the
 * hour that comes twice in autumn it is the first one.
 */
export function momentInTheNetherlands(date: string, time: string): Date {
  const shown = Date.parse(`${date}T${time}:00Z`)
  // Clocks are set at most once between six hours before and six hours after: one of these two holds.
  const [before, after] = [aheadAt(shown - 6 * hour), aheadAt(shown + 6 * hour)]
  const [first, second] = [shown - before, shown - after]
  return new Date(aheadAt(first) !== before && aheadAt(second) === after ? second : first)
}
