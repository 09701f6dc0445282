-- AlterTable
ALTER TABLE "Organisation" ADD COLUMN "municipality" TEXT;

-- CreateTable
CREATE TABLE "CohortRevision" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "cohortId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "act" TEXT NOT NULL,
    "recordedAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "supersededAt" DATETIME,
    "authorId" TEXT,
    "reason" TEXT,
    "name" TEXT NOT NULL,
    "courseId" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "organisationId" TEXT NOT NULL,
    "startsOn" TEXT NOT NULL,
    "endsOn" TEXT NOT NULL,
    "practiceEndsOn" TEXT NOT NULL,
    "targetSize" INTEGER,
    "withoutTests" BOOLEAN NOT NULL,
    "closedAt" DATETIME,
    "trainers" JSONB NOT NULL,
    "figures" JSONB,
    CONSTRAINT "CohortRevision_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CohortTrainer" (
    "cohortId" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,

    PRIMARY KEY ("cohortId", "accountId"),
    CONSTRAINT "CohortTrainer_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "CohortTrainer_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "MembershipRevision" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "membershipId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "act" TEXT NOT NULL,
    "recordedAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "supersededAt" DATETIME,
    "authorId" TEXT,
    "reason" TEXT,
    "cohortId" TEXT NOT NULL,
    "background" TEXT NOT NULL,
    "leftOn" TEXT,
    CONSTRAINT "MembershipRevision_membershipId_fkey" FOREIGN KEY ("membershipId") REFERENCES "Membership" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CohortSession" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "cohortId" TEXT NOT NULL,
    "date" TEXT NOT NULL,
    "startsAt" TEXT,
    "place" TEXT,
    "topic" TEXT,
    "withdrawnAt" DATETIME,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "CohortSession_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CohortAttendance" (
    "cohortSessionId" TEXT NOT NULL,
    "membershipId" TEXT NOT NULL,
    "attendance" TEXT NOT NULL,

    PRIMARY KEY ("cohortSessionId", "membershipId"),
    CONSTRAINT "CohortAttendance_cohortSessionId_fkey" FOREIGN KEY ("cohortSessionId") REFERENCES "CohortSession" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "CohortAttendance_membershipId_fkey" FOREIGN KEY ("membershipId") REFERENCES "Membership" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "PracticeLogEntry" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "membershipId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "date" TEXT NOT NULL,
    "note" TEXT,
    "authorId" TEXT,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawnAt" DATETIME,
    CONSTRAINT "PracticeLogEntry_membershipId_fkey" FOREIGN KEY ("membershipId") REFERENCES "Membership" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Group" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "searchName" TEXT NOT NULL,
    "programme" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "organisationId" TEXT NOT NULL,
    "municipality" TEXT NOT NULL,
    "place" TEXT,
    "audience" TEXT NOT NULL,
    "languages" TEXT NOT NULL,
    "closedOn" TEXT,
    "withdrawnAt" DATETIME,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "importId" TEXT,
    "lastHeldOn" TEXT,
    "sessionsHeld" INTEGER NOT NULL DEFAULT 0,
    "reached" INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT "Group_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Group_importId_fkey" FOREIGN KEY ("importId") REFERENCES "GroupImport" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "GroupRevision" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "groupId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "act" TEXT NOT NULL,
    "recordedAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "supersededAt" DATETIME,
    "authorId" TEXT,
    "reason" TEXT,
    "name" TEXT NOT NULL,
    "programme" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "organisationId" TEXT NOT NULL,
    "municipality" TEXT NOT NULL,
    "place" TEXT,
    "audience" TEXT NOT NULL,
    "languages" TEXT NOT NULL,
    "closedOn" TEXT,
    "withdrawnAt" DATETIME,
    "trainers" JSONB NOT NULL,
    CONSTRAINT "GroupRevision_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "Group" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "GroupTrainer" (
    "groupId" TEXT NOT NULL,
    "membershipId" TEXT NOT NULL,

    PRIMARY KEY ("groupId", "membershipId"),
    CONSTRAINT "GroupTrainer_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "Group" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "GroupTrainer_membershipId_fkey" FOREIGN KEY ("membershipId") REFERENCES "Membership" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "GroupSession" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "groupId" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "date" TEXT NOT NULL,
    "startsAt" TEXT,
    "place" TEXT,
    "lessonId" TEXT,
    "topic" TEXT,
    "present" INTEGER,
    "firstTime" INTEGER,
    "women" INTEGER,
    "men" INTEGER,
    "unknown" INTEGER,
    "ageUnder25" INTEGER,
    "age25to39" INTEGER,
    "age40to54" INTEGER,
    "age55plus" INTEGER,
    "ageUnknown" INTEGER,
    "note" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "importId" TEXT,
    CONSTRAINT "GroupSession_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "Group" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "GroupSession_importId_fkey" FOREIGN KEY ("importId") REFERENCES "GroupImport" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "GroupSessionRevision" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "sessionId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "act" TEXT NOT NULL,
    "recordedAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "supersededAt" DATETIME,
    "authorId" TEXT,
    "reason" TEXT,
    "groupId" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "date" TEXT NOT NULL,
    "startsAt" TEXT,
    "place" TEXT,
    "lessonId" TEXT,
    "topic" TEXT,
    "present" INTEGER,
    "firstTime" INTEGER,
    "women" INTEGER,
    "men" INTEGER,
    "unknown" INTEGER,
    "ageUnder25" INTEGER,
    "age25to39" INTEGER,
    "age40to54" INTEGER,
    "age55plus" INTEGER,
    "ageUnknown" INTEGER,
    "note" TEXT,
    CONSTRAINT "GroupSessionRevision_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "GroupSession" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "GroupImport" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "organisationId" TEXT NOT NULL,
    "accountId" TEXT,
    "fileHash" TEXT NOT NULL,
    "groupCount" INTEGER NOT NULL,
    "sessionCount" INTEGER NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undoneAt" DATETIME,
    "undoneById" TEXT,
    CONSTRAINT "GroupImport_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "QualityDecision" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "reason" TEXT NOT NULL,
    "authorId" TEXT,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP
);

-- CreateTable
CREATE TABLE "CalendarFeed" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "accountId" TEXT NOT NULL,
    "codeHash" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "CalendarFeed_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Evaluation" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "codeHash" TEXT NOT NULL,
    "setId" TEXT NOT NULL,
    "setVersion" INTEGER NOT NULL,
    "organisationId" TEXT NOT NULL,
    "sessionId" TEXT,
    "groupId" TEXT,
    "cohortId" TEXT,
    "cohortSessionId" TEXT,
    "createdById" TEXT,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closedAt" DATETIME,
    CONSTRAINT "Evaluation_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "GroupSession" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Evaluation_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "Group" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Evaluation_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Evaluation_cohortSessionId_fkey" FOREIGN KEY ("cohortSessionId") REFERENCES "CohortSession" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "EvaluationAnswer" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "evaluationId" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "answeredOn" TEXT NOT NULL,
    CONSTRAINT "EvaluationAnswer_evaluationId_fkey" FOREIGN KEY ("evaluationId") REFERENCES "Evaluation" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "EvaluationScore" (
    "answerId" TEXT NOT NULL,
    "questionId" TEXT NOT NULL,
    "score" INTEGER NOT NULL,

    PRIMARY KEY ("answerId", "questionId"),
    CONSTRAINT "EvaluationScore_answerId_fkey" FOREIGN KEY ("answerId") REFERENCES "EvaluationAnswer" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "EvaluationText" (
    "answerId" TEXT NOT NULL,
    "questionId" TEXT NOT NULL,
    "text" TEXT NOT NULL,

    PRIMARY KEY ("answerId", "questionId"),
    CONSTRAINT "EvaluationText_answerId_fkey" FOREIGN KEY ("answerId") REFERENCES "EvaluationAnswer" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Cohort" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "courseId" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "organisationId" TEXT NOT NULL,
    "startsOn" TEXT NOT NULL,
    "endsOn" TEXT NOT NULL,
    "practiceEndsOn" TEXT NOT NULL,
    "targetSize" INTEGER,
    "withoutTests" BOOLEAN NOT NULL DEFAULT false,
    "closedAt" DATETIME,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "Cohort_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
-- Six months of practice follow the training; the last day of the month where it has no such day.
INSERT INTO "new_Cohort" ("courseId", "createdAt", "endsOn", "id", "language", "name", "organisationId", "startsOn", "withoutTests", "practiceEndsOn") SELECT "courseId", "createdAt", "endsOn", "id", "language", "name", "organisationId", "startsOn", "withoutTests", min(date("endsOn", '+6 months'), date("endsOn", 'start of month', '+7 months', '-1 day')) FROM "Cohort";
DROP TABLE "Cohort";
ALTER TABLE "new_Cohort" RENAME TO "Cohort";
CREATE INDEX "Cohort_organisationId_idx" ON "Cohort"("organisationId");
CREATE TABLE "new_Membership" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "cohortId" TEXT NOT NULL,
    "accountId" TEXT,
    "background" TEXT NOT NULL,
    "joinedAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "leftOn" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "Membership_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Membership_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);
INSERT INTO "new_Membership" ("accountId", "background", "cohortId", "id", "joinedAt") SELECT "accountId", "background", "cohortId", "id", "joinedAt" FROM "Membership";
DROP TABLE "Membership";
ALTER TABLE "new_Membership" RENAME TO "Membership";
CREATE INDEX "Membership_accountId_idx" ON "Membership"("accountId");
CREATE UNIQUE INDEX "Membership_cohortId_accountId_key" ON "Membership"("cohortId", "accountId");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE INDEX "Group_importId_idx" ON "Group"("importId");

-- CreateIndex
CREATE INDEX "GroupSession_importId_idx" ON "GroupSession"("importId");

-- CreateIndex
CREATE INDEX "Evaluation_cohortSessionId_idx" ON "Evaluation"("cohortSessionId");

-- CreateIndex
CREATE INDEX "CohortRevision_recordedAt_idx" ON "CohortRevision"("recordedAt");

-- CreateIndex
CREATE UNIQUE INDEX "CohortRevision_cohortId_number_key" ON "CohortRevision"("cohortId", "number");

-- CreateIndex
CREATE INDEX "CohortTrainer_accountId_idx" ON "CohortTrainer"("accountId");

-- CreateIndex
CREATE INDEX "MembershipRevision_cohortId_idx" ON "MembershipRevision"("cohortId");

-- CreateIndex
CREATE INDEX "MembershipRevision_recordedAt_idx" ON "MembershipRevision"("recordedAt");

-- CreateIndex
CREATE UNIQUE INDEX "MembershipRevision_membershipId_number_key" ON "MembershipRevision"("membershipId", "number");

-- CreateIndex
CREATE INDEX "CohortSession_cohortId_date_idx" ON "CohortSession"("cohortId", "date");

-- CreateIndex
CREATE INDEX "CohortAttendance_membershipId_idx" ON "CohortAttendance"("membershipId");

-- CreateIndex
CREATE INDEX "PracticeLogEntry_membershipId_date_idx" ON "PracticeLogEntry"("membershipId", "date");

-- CreateIndex
CREATE INDEX "Group_organisationId_searchName_idx" ON "Group"("organisationId", "searchName");

-- CreateIndex
CREATE INDEX "Group_searchName_idx" ON "Group"("searchName");

-- CreateIndex
CREATE INDEX "Group_lastHeldOn_idx" ON "Group"("lastHeldOn");

-- CreateIndex
CREATE INDEX "Group_municipality_idx" ON "Group"("municipality");

-- CreateIndex
CREATE INDEX "Group_sessionsHeld_idx" ON "Group"("sessionsHeld");

-- CreateIndex
CREATE INDEX "Group_reached_idx" ON "Group"("reached");

-- CreateIndex
CREATE INDEX "GroupRevision_recordedAt_idx" ON "GroupRevision"("recordedAt");

-- CreateIndex
CREATE UNIQUE INDEX "GroupRevision_groupId_number_key" ON "GroupRevision"("groupId", "number");

-- CreateIndex
CREATE INDEX "GroupTrainer_membershipId_idx" ON "GroupTrainer"("membershipId");

-- CreateIndex
CREATE INDEX "GroupSession_groupId_date_idx" ON "GroupSession"("groupId", "date");

-- CreateIndex
CREATE INDEX "GroupSession_status_date_idx" ON "GroupSession"("status", "date");

-- CreateIndex
CREATE INDEX "GroupSessionRevision_groupId_idx" ON "GroupSessionRevision"("groupId");

-- CreateIndex
CREATE INDEX "GroupSessionRevision_recordedAt_idx" ON "GroupSessionRevision"("recordedAt");

-- CreateIndex
CREATE UNIQUE INDEX "GroupSessionRevision_sessionId_number_key" ON "GroupSessionRevision"("sessionId", "number");

-- CreateIndex
CREATE INDEX "GroupImport_organisationId_fileHash_idx" ON "GroupImport"("organisationId", "fileHash");

-- CreateIndex
CREATE UNIQUE INDEX "CalendarFeed_accountId_key" ON "CalendarFeed"("accountId");

-- CreateIndex
CREATE UNIQUE INDEX "CalendarFeed_codeHash_key" ON "CalendarFeed"("codeHash");

-- CreateIndex
CREATE UNIQUE INDEX "Evaluation_codeHash_key" ON "Evaluation"("codeHash");

-- CreateIndex
CREATE INDEX "Evaluation_organisationId_idx" ON "Evaluation"("organisationId");

-- CreateIndex
CREATE INDEX "Evaluation_groupId_idx" ON "Evaluation"("groupId");

-- CreateIndex
CREATE INDEX "Evaluation_cohortId_idx" ON "Evaluation"("cohortId");

-- CreateIndex
CREATE INDEX "Evaluation_sessionId_idx" ON "Evaluation"("sessionId");

-- CreateIndex
CREATE INDEX "EvaluationAnswer_evaluationId_idx" ON "EvaluationAnswer"("evaluationId");

-- What was there before has its first revision at the moment it was made.
INSERT INTO "CohortRevision" ("id", "cohortId", "number", "act", "recordedAt", "name", "courseId", "language", "organisationId", "startsOn", "endsOn", "practiceEndsOn", "withoutTests", "trainers") SELECT "id", "id", 1, 'created', "createdAt", "name", "courseId", "language", "organisationId", "startsOn", "endsOn", "practiceEndsOn", "withoutTests", '[]' FROM "Cohort";
INSERT INTO "MembershipRevision" ("id", "membershipId", "number", "act", "recordedAt", "cohortId", "background") SELECT "id", "id", 1, 'created', "joinedAt", "cohortId", "background" FROM "Membership";
