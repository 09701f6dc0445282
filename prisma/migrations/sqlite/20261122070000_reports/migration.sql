-- AlterTable
ALTER TABLE "Certificate" ADD COLUMN "background" TEXT;

-- CreateTable
CREATE TABLE "OrganisationRevision" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "organisationId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "recordedAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "supersededAt" DATETIME,
    "authorId" TEXT,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "parentId" TEXT,
    "municipality" TEXT,
    CONSTRAINT "OrganisationRevision_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "GroupTally" (
    "groupId" TEXT NOT NULL PRIMARY KEY,
    "sessions" TEXT NOT NULL DEFAULT '',
    "changedAt" DATETIME NOT NULL,
    CONSTRAINT "GroupTally_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "Group" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "TargetRevision" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "targetId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "act" TEXT NOT NULL,
    "recordedAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "supersededAt" DATETIME,
    "authorId" TEXT,
    "indicator" TEXT NOT NULL,
    "programme" TEXT,
    "kind" TEXT,
    "organisationId" TEXT,
    "municipality" TEXT,
    "background" TEXT,
    "from" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    "value" INTEGER NOT NULL,
    "source" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "ExportLogEntry" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "startedAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finishedAt" DATETIME,
    "by" TEXT NOT NULL,
    "accountId" TEXT,
    "request" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "shape" TEXT NOT NULL,
    "disclosure" TEXT NOT NULL,
    "asOf" DATETIME NOT NULL,
    "version" TEXT NOT NULL,
    "hash" TEXT,
    "bytes" BIGINT
);

-- CreateTable
CREATE TABLE "LibraryReach" (
    "day" TEXT NOT NULL,
    "itemId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "municipality" TEXT NOT NULL DEFAULT '',
    "profession" TEXT NOT NULL DEFAULT '',
    "count" INTEGER NOT NULL,

    PRIMARY KEY ("day", "itemId", "kind", "language", "municipality", "profession")
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


-- What was there before: organisations have their first revision at the moment they were made, certificates the background of their
-- member, and every group its registered sessions in brief.
INSERT INTO "OrganisationRevision" ("id", "organisationId", "number", "recordedAt", "name", "kind", "parentId", "municipality") SELECT "id", "id", 1, "createdAt", "name", "kind", "parentId", "municipality" FROM "Organisation";
UPDATE "Certificate" SET "background" = (SELECT "background" FROM "Membership" WHERE "Membership"."cohortId" = "Certificate"."cohortId" AND "Membership"."accountId" = "Certificate"."accountId");
INSERT INTO "GroupTally" ("groupId", "changedAt", "sessions") SELECT "id", strftime('%Y-%m-%dT%H:%M:%f+00:00', 'now'), coalesce((SELECT group_concat(CAST(julianday("date") - julianday('2000-01-01') AS INTEGER) || ',' || "present" || ',' || "firstTime" || ',' || "women" || ',' || "men" || ',' || "unknown" || ',' || (CASE WHEN julianday(substr((SELECT min("recordedAt") FROM "GroupSessionRevision" AS r WHERE r."sessionId" = "GroupSession"."id" AND r."act" = 'registered'), 1, 10)) - julianday("date") > 30 THEN 1 ELSE 0 END + CASE WHEN EXISTS (SELECT 1 FROM "GroupSessionRevision" AS r WHERE r."sessionId" = "GroupSession"."id" AND r."act" = 'corrected') THEN 2 ELSE 0 END) || ';', '' ORDER BY "date", "id") FROM "GroupSession" WHERE "groupId" = "Group"."id" AND "status" = 'registered'), '') FROM "Group";
