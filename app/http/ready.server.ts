import { getCatalogue } from '~/content/read'
import { findSetting } from '~/domain/accounts/repository.server'

/** Whether the database answers and the content was compiled. */
export async function isReady(): Promise<boolean> {
  try {
    getCatalogue()
    return (await findSetting('mode')) !== null
  } catch {
    return false
  }
}
