import { findItem, getCatalogue } from '~/content/read'
import { readMunicipality } from '~/content/municipalities'
import { placeOf } from '~/domain/accounts/throttle.server'
import { findFile } from '~/domain/library/find-file.server'
import { today } from '~/i18n/formats'
import type { Language } from '~/i18n/languages'
import { log } from '~/platform/log/log.server'
import { ReachCounter, type Use } from './reach-counter'
import { addSums } from './repository.server'
import { isRobot } from './robots'
import type { VisitorForm } from './schema'
import { playedToTheEnd, useOf, type Answered, type Shelf } from './use-of'

/** Sums wait so long before they are written: what is lost when the process dies at once. */
const waitMs = 5_000

let timer: NodeJS.Timeout | undefined

const counter = new ReachCounter({ write: addSums, dayOf: today, onWaiting: soon })

function soon(): void {
  timer ??= setTimeout(() => {
    timer = undefined
    writeReach().catch((error: unknown) => {
      log().error({ err: error }, 'counts of the library could not be written; they wait')
      soon()
    })
  }, waitMs).unref()
}

/** What a request says of who asks: for an answer it is known anyway, and it goes no further than the counter's memory. */
interface Asker {
  address: string
  userAgent: string
}

const visitorOf = ({ address, userAgent }: Asker) => ({ place: placeOf(address), userAgent })

const shelf = (): Shelf => ({
  items: getCatalogue().library,
  // Most files stand in the catalogue; of the others the library knows where they are.
  findFile: async (itemId, name) =>
    findItem(itemId)?.files.find((each) => each.name === name) ?? (await findFile(itemId, name))?.file ?? null,
})

/** What is being looked up still. */
const pending = new Set<Promise<unknown>>()

/** Counts an answered request, if it was a use of the library. */
export function countAnswered(answered: Answered, address: string, now = new Date()): void {
  const userAgent = answered.header('user-agent') ?? ''
  count(() => useOf(answered, shelf()), { address, userAgent }, now)
}

/** Counts that a file was played to the end. @param path of the file, as the browser says it */
export function countPlayed(path: string, asker: Asker, now = new Date()): void {
  if (!isRobot(asker.userAgent)) count(() => playedToTheEnd(path, shelf()), asker, now)
}

function count(find: () => Promise<Use | null>, asker: Asker, now: Date): void {
  const counting = Promise.resolve()
    .then(find)
    .then((use) => use && counter.count(use, visitorOf(asker), now))
    // Nobody goes without a page because of a number.
    .catch((error: unknown) => log().error({ err: error }, 'a use of the library could not be counted'))
    .finally(() => pending.delete(counting))
  pending.add(counting)
}

/**
 * Counts the view of an item as one by somebody of this municipality and profession, as she said herself.
 * @returns an error code where the municipality is none, or null; that it was a double is no error
 */
export function countVisitor(
  itemId: string,
  said: VisitorForm,
  asker: Asker,
  { language, now = new Date() }: { language: Language; now?: Date },
): { field: 'municipality'; code: 'municipalityUnknown' } | null {
  const municipality = said.municipality === '' ? null : readMunicipality(said.municipality)
  if (said.municipality !== '' && !municipality) return { field: 'municipality', code: 'municipalityUnknown' }
  if (!isRobot(asker.userAgent)) {
    counter.tell(itemId, { municipality: municipality?.code ?? '', profession: said.profession }, visitorOf(asker), { language, now })
  }
  return null
}

/** Writes all that was counted until now. @throws when the database does not take it; then it waits on */
export async function writeReach(): Promise<void> {
  await Promise.all(pending)
  await counter.writeAll()
}

/** Throws away the key under which visitors were remembered, when its time has come. */
export function forgetVisitors(now = new Date()): void {
  counter.forget(now)
}
