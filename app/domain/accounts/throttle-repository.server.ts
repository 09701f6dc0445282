import { database } from '~/platform/db/client.server'

/** How often was tried under a key, and when the next try is free. */
export interface Tries {
  key: string
  tries: number
  freeAt: Date
}

/**
 * Looks at what is noted under some keys and notes what `decide` makes of it, while nobody else can do so.
 * @param decide gets the rows in the order of the keys; gives back the rows to write, or none to leave all as it is
 */
export async function updateTries(keys: string[], now: Date, decide: (rows: Tries[]) => Tries[]): Promise<void> {
  await database().$transaction(async (tx) => {
    const rows: Tries[] = []
    // Always in the same order, so that two who want the same rows wait for each other and never both. Writing, even nothing
    // new, is what holds a row until the end.
    for (const key of keys) {
      rows.push(await tx.throttle.upsert({ where: { key }, create: { key, tries: 0, freeAt: now }, update: { tries: { increment: 0 } } }))
    }
    for (const { key, ...data } of decide(rows)) await tx.throttle.update({ where: { key }, data })
  })
}

export async function forgetTries(keys: string[]): Promise<void> {
  await database().throttle.deleteMany({ where: { key: { in: keys } } })
}

export async function deleteThrottlesFreeBefore(moment: Date): Promise<void> {
  await database().throttle.deleteMany({ where: { freeAt: { lt: moment } } })
}
