import { beforeEach, describe, expect, it } from 'vitest'
import { clearExpired } from '~/domain/accounts/clear-expired.server'
import { findAccount, setAccountActive } from '~/domain/accounts/manage-account.server'
import { deleteOwnAccount } from '~/domain/accounts/own-account.server'
import { countAdministrators } from '~/domain/accounts/repository.server'
import { database } from '~/platform/db/client.server'
import { makeAccount, usualPassword } from '../factories/accounts'

// A site without an administrator cannot be mended from within.

beforeEach(async () => {
  await database().account.deleteMany()
})

const administrator = () => makeAccount({ roles: [{ role: 'administrator' }] })
const leave = (accountId: string) =>
  deleteOwnAccount({ accountId, password: usualPassword, address: `203.0.113.${Math.floor(Math.random() * 250)}` })

describe('the last administrator', () => {
  it('cannot be turned off, nor delete her account', async () => {
    const { id } = await administrator()
    expect(await setAccountActive(id, false, id)).toBe(false)
    expect(await leave(id)).toBe('lastAdministrator')
    expect(await findAccount(id)).toMatchObject({ deactivatedAt: null })
  })

  it('is also the last when the other one is off', async () => {
    const [one, other] = [await administrator(), await administrator()]
    expect(await setAccountActive(other.id, false, one.id)).toBe(true)
    expect(await leave(one.id)).toBe('lastAdministrator')
    expect(await leave(other.id)).toBe('deleted')
  })

  it('stays when two turn each other off at the same moment', async () => {
    const [one, other] = [await administrator(), await administrator()]
    await Promise.allSettled([setAccountActive(one.id, false, other.id), setAccountActive(other.id, false, one.id)])
    expect(await countAdministrators()).toBe(1)
  })

  it('stays when two leave at the same moment', async () => {
    const [one, other] = [await administrator(), await administrator()]
    await Promise.allSettled([leave(one.id), leave(other.id)])
    expect(await countAdministrators()).toBe(1)
  })

  it('stays although nobody came for years', async () => {
    const { id } = await administrator()
    await database().account.updateMany({ data: { lastSeenOn: '2020-01-01' } })
    await clearExpired()
    expect(await findAccount(id)).not.toBeNull()
  })
})
