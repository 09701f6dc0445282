-- CreateEnum
CREATE TYPE "ReachKind" AS ENUM ('view', 'download', 'play', 'complete', 'feed');

-- AlterTable
ALTER TABLE "Certificate" ADD COLUMN     "background" "Background";

-- CreateTable
CREATE TABLE "OrganisationRevision" (
    "id" TEXT NOT NULL,
    "organisationId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "recordedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "supersededAt" TIMESTAMP(3),
    "authorId" TEXT,
    "name" TEXT NOT NULL,
    "kind" "OrganisationKind" NOT NULL,
    "parentId" TEXT,
    "municipality" TEXT,

    CONSTRAINT "OrganisationRevision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "GroupTally" (
    "groupId" TEXT NOT NULL,
    "sessions" TEXT NOT NULL DEFAULT '',
    "changedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "GroupTally_pkey" PRIMARY KEY ("groupId")
);

-- CreateTable
CREATE TABLE "TargetRevision" (
    "id" TEXT NOT NULL,
    "targetId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "act" "RevisionAct" NOT NULL,
    "recordedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "supersededAt" TIMESTAMP(3),
    "authorId" TEXT,
    "indicator" TEXT NOT NULL,
    "programme" "Programme",
    "kind" "GroupKind",
    "organisationId" TEXT,
    "municipality" TEXT,
    "background" "Background",
    "from" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    "value" INTEGER NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "TargetRevision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ExportLogEntry" (
    "id" TEXT NOT NULL,
    "startedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finishedAt" TIMESTAMP(3),
    "by" TEXT NOT NULL,
    "accountId" TEXT,
    "request" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "shape" TEXT NOT NULL,
    "disclosure" TEXT NOT NULL,
    "asOf" TIMESTAMP(3) NOT NULL,
    "version" TEXT NOT NULL,
    "hash" TEXT,
    "bytes" BIGINT,

    CONSTRAINT "ExportLogEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LibraryReach" (
    "day" TEXT NOT NULL,
    "itemId" TEXT NOT NULL,
    "kind" "ReachKind" NOT NULL,
    "language" TEXT NOT NULL,
    "municipality" TEXT NOT NULL DEFAULT '',
    "profession" TEXT NOT NULL DEFAULT '',
    "count" INTEGER NOT NULL,

    CONSTRAINT "LibraryReach_pkey" PRIMARY KEY ("day","itemId","kind","language","municipality","profession")
);

-- CreateIndex
CREATE UNIQUE INDEX "OrganisationRevision_organisationId_number_key" ON "OrganisationRevision"("organisationId", "number");

-- CreateIndex
CREATE INDEX "GroupTally_changedAt_idx" ON "GroupTally"("changedAt");

-- CreateIndex
CREATE INDEX "TargetRevision_recordedAt_idx" ON "TargetRevision"("recordedAt");

-- CreateIndex
CREATE UNIQUE INDEX "TargetRevision_targetId_number_key" ON "TargetRevision"("targetId", "number");

-- CreateIndex
CREATE INDEX "ExportLogEntry_hash_idx" ON "ExportLogEntry"("hash");

-- CreateIndex
CREATE INDEX "ExportLogEntry_startedAt_idx" ON "ExportLogEntry"("startedAt");

-- CreateIndex
CREATE INDEX "GroupSessionRevision_date_sessionId_idx" ON "GroupSessionRevision"("date", "sessionId");

-- AddForeignKey
ALTER TABLE "OrganisationRevision" ADD CONSTRAINT "OrganisationRevision_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GroupTally" ADD CONSTRAINT "GroupTally_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "Group"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- What was there before: organisations have their first revision at the moment they were made, certificates the background of their
-- member, and every group its registered sessions in brief.
INSERT INTO "OrganisationRevision" ("id", "organisationId", "number", "recordedAt", "name", "kind", "parentId", "municipality") SELECT "id", "id", 1, "createdAt", "name", "kind", "parentId", "municipality" FROM "Organisation";
UPDATE "Certificate" SET "background" = (SELECT "background" FROM "Membership" WHERE "Membership"."cohortId" = "Certificate"."cohortId" AND "Membership"."accountId" = "Certificate"."accountId");
INSERT INTO "GroupTally" ("groupId", "changedAt", "sessions") SELECT "id", CURRENT_TIMESTAMP AT TIME ZONE 'UTC', coalesce((SELECT string_agg(("date"::date - DATE '2000-01-01') || ',' || "present" || ',' || "firstTime" || ',' || "women" || ',' || "men" || ',' || "unknown" || ',' || (CASE WHEN (SELECT min("recordedAt") FROM "GroupSessionRevision" AS r WHERE r."sessionId" = "GroupSession"."id" AND r."act" = 'registered')::date - "date"::date > 30 THEN 1 ELSE 0 END + CASE WHEN EXISTS (SELECT 1 FROM "GroupSessionRevision" AS r WHERE r."sessionId" = "GroupSession"."id" AND r."act" = 'corrected') THEN 2 ELSE 0 END) || ';', '' ORDER BY "date", "id") FROM "GroupSession" WHERE "groupId" = "Group"."id" AND "status" = 'registered'), '') FROM "Group";
