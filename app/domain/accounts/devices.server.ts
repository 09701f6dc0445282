import { endOtherSessions, endSessionByKey, listSessions } from '~/platform/auth/sessions.server'

/** The devices on which an account is signed in, newest first. `sessionId` is that of the request. */
export function listDevices(accountId: string, sessionId: string) {
  return listSessions(accountId, sessionId)
}

/** Signs a device of the account out, or with `others` every one but the present. */
export async function endDevice(accountId: string, sessionId: string, key: string): Promise<void> {
  if (key === 'others') await endOtherSessions(accountId, sessionId)
  else await endSessionByKey(accountId, key)
}
