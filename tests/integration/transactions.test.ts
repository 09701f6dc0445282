import { describe, expect, it } from 'vitest'
import { findSetting, putSetting } from '~/domain/accounts/repository.server'
import { database } from '~/platform/db/client.server'

// Requests share the database of a process. What one of them does in a transaction is its own until it is done.

/** A promise with its own end. */
function gate() {
  let open = () => {}
  const opened = new Promise<void>((resolve) => (open = resolve))
  return { open, opened }
}

const rollback = new Error('undo')

describe('a transaction', () => {
  it('that is undone takes nothing of another request with it', async () => {
    const begun = gate()
    const goOn = gate()
    const undone = database()
      .$transaction(async (tx) => {
        await tx.setting.create({ data: { key: 'inside', value: 'x' } })
        begun.open()
        await goOn.opened
        throw rollback
      })
      .catch((error: unknown) => error)
    await begun.opened
    const other = putSetting('outside', 'y')
    goOn.open()
    expect(await undone).toBe(rollback)
    await other
    expect(await findSetting('inside')).toBeNull()
    expect(await findSetting('outside')).toBe('y')
  })

  it('is not seen by another request before it is done', async () => {
    await putSetting('balance', '1')
    const begun = gate()
    const goOn = gate()
    const undone = database()
      .$transaction(async (tx) => {
        await tx.setting.update({ where: { key: 'balance' }, data: { value: '2' } })
        begun.open()
        await goOn.opened
        throw rollback
      })
      .catch((error: unknown) => error)
    await begun.opened
    const seen = findSetting('balance')
    goOn.open()
    await undone
    expect(await seen).toBe('1')
  })

  it('that fails by itself lets the next one begin', async () => {
    const twice = { data: { key: 'twice', value: 'x' } }
    await database().setting.create(twice)
    await expect(database().$transaction((tx) => tx.setting.create(twice))).rejects.toThrow()
    await expect(database().$transaction(async (tx) => (await tx.setting.findUnique({ where: { key: 'twice' } }))?.value)).resolves.toBe(
      'x',
    )
  })

  it('comes after another when both add to the same number', async () => {
    await putSetting('counter', '0')
    const add = () =>
      database().$transaction(async (tx) => {
        // A write first takes the row on every engine.
        await tx.setting.update({ where: { key: 'counter' }, data: { key: 'counter' } })
        const row = await tx.setting.findUniqueOrThrow({ where: { key: 'counter' } })
        await tx.setting.update({ where: { key: 'counter' }, data: { value: String(Number(row.value) + 1) } })
      })
    await Promise.all(Array.from({ length: 8 }, add))
    expect(await findSetting('counter')).toBe('8')
  })
})
