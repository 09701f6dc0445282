import { database, type DatabaseTransaction } from '~/platform/db/client.server'

/** Certificates issued in a cohort; they stay when the account goes. */
export function countCertificatesIn(cohortId: string, db: DatabaseTransaction = database()): Promise<number> {
  return db.certificate.count({ where: { cohortId } })
}
