import { expect, it } from 'vitest'
import { countAccounts } from '~/domain/accounts/repository.server'
import { makeAccount } from '../factories/accounts'
it('x', async () => { await makeAccount(); expect(await countAccounts()).toBe(1) })
