import { database } from '~/platform/db/client.server'

export function findThrottles(keys: string[]) {
  return database().throttle.findMany({ where: { key: { in: keys } } })
}

export async function countTry(key: string, freeAt: (tries: number) => Date, expired: Date): Promise<void> {
  await database().$transaction(async (tx) => {
    const row = await tx.throttle.findUnique({ where: { key } })
    const tries = row && row.freeAt > expired ? row.tries + 1 : 1
    const next = { tries, freeAt: freeAt(tries) }
    await tx.throttle.upsert({ where: { key }, create: { key, ...next }, update: next })
  })
}

export async function forgetTries(keys: string[]): Promise<void> {
  await database().throttle.deleteMany({ where: { key: { in: keys } } })
}

export async function deleteThrottlesFreeBefore(moment: Date): Promise<void> {
  await database().throttle.deleteMany({ where: { freeAt: { lt: moment } } })
}
