import { database } from '~/platform/db/client.server'

/** Takes away everything that the demo data makes; settings stay. For a load that was broken off halfway. */
export async function clearDemoData(): Promise<void> {
  await database().$transaction(async (tx) => {
    await tx.auditEntry.deleteMany()
    await tx.certificate.deleteMany()
    await tx.invitation.deleteMany()
    await tx.evaluation.deleteMany()
    await tx.group.deleteMany()
    await tx.groupImport.deleteMany()
    await tx.qualityDecision.deleteMany()
    await tx.targetRevision.deleteMany()
    await tx.libraryReach.deleteMany()
    await tx.account.deleteMany()
    await tx.cohort.deleteMany()
    // An organisation cannot go while others stand under it.
    await tx.organisation.updateMany({ data: { parentId: null } })
    await tx.organisation.deleteMany()
  })
}
