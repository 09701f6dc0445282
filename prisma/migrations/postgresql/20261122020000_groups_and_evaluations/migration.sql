-- CreateEnum
CREATE TYPE "Programme" AS ENUM ('opvoeding', 'financieel', 'verandering');

-- CreateEnum
CREATE TYPE "GroupKind" AS ENUM ('parents', 'women', 'living-room', 'dialogue');

-- CreateEnum
CREATE TYPE "Audience" AS ENUM ('women', 'men', 'mixed', 'mothers', 'fathers', 'parents');

-- CreateEnum
CREATE TYPE "SessionStatus" AS ENUM ('planned', 'registered', 'withdrawn');

-- CreateEnum
CREATE TYPE "RevisionAct" AS ENUM ('created', 'changed', 'registered', 'corrected', 'withdrawn', 'closed', 'reopened');

-- CreateEnum
CREATE TYPE "Attendance" AS ENUM ('present', 'excused', 'absent');

-- CreateEnum
CREATE TYPE "PracticeKind" AS ENUM ('visit', 'peer-consultation', 'reflection');

-- DropForeignKey
ALTER TABLE "Membership" DROP CONSTRAINT "Membership_accountId_fkey";

-- AlterTable
ALTER TABLE "Organisation" ADD COLUMN     "municipality" TEXT;

-- AlterTable
ALTER TABLE "Cohort" ADD COLUMN     "closedAt" TIMESTAMP(3),
ADD COLUMN     "practiceEndsOn" TEXT,
ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "targetSize" INTEGER;

-- Six months of practice follow the training.
UPDATE "Cohort" SET "practiceEndsOn" = to_char("endsOn"::date + interval '6 months', 'YYYY-MM-DD');
ALTER TABLE "Cohort" ALTER COLUMN "practiceEndsOn" SET NOT NULL;

-- AlterTable
ALTER TABLE "Membership" ADD COLUMN     "leftOn" TEXT,
ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 1,
ALTER COLUMN "accountId" DROP NOT NULL;

-- CreateTable
CREATE TABLE "CohortRevision" (
    "id" TEXT NOT NULL,
    "cohortId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "act" "RevisionAct" NOT NULL,
    "recordedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "supersededAt" TIMESTAMP(3),
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
    "closedAt" TIMESTAMP(3),
    "trainers" JSONB NOT NULL,
    "figures" JSONB,

    CONSTRAINT "CohortRevision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CohortTrainer" (
    "cohortId" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,

    CONSTRAINT "CohortTrainer_pkey" PRIMARY KEY ("cohortId","accountId")
);

-- CreateTable
CREATE TABLE "MembershipRevision" (
    "id" TEXT NOT NULL,
    "membershipId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "act" "RevisionAct" NOT NULL,
    "recordedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "supersededAt" TIMESTAMP(3),
    "authorId" TEXT,
    "reason" TEXT,
    "cohortId" TEXT NOT NULL,
    "background" "Background" NOT NULL,
    "leftOn" TEXT,

    CONSTRAINT "MembershipRevision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CohortSession" (
    "id" TEXT NOT NULL,
    "cohortId" TEXT NOT NULL,
    "date" TEXT NOT NULL,
    "startsAt" TEXT,
    "place" TEXT,
    "topic" TEXT,
    "withdrawnAt" TIMESTAMP(3),
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CohortSession_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CohortAttendance" (
    "cohortSessionId" TEXT NOT NULL,
    "membershipId" TEXT NOT NULL,
    "attendance" "Attendance" NOT NULL,

    CONSTRAINT "CohortAttendance_pkey" PRIMARY KEY ("cohortSessionId","membershipId")
);

-- CreateTable
CREATE TABLE "PracticeLogEntry" (
    "id" TEXT NOT NULL,
    "membershipId" TEXT NOT NULL,
    "kind" "PracticeKind" NOT NULL,
    "date" TEXT NOT NULL,
    "note" TEXT,
    "authorId" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawnAt" TIMESTAMP(3),

    CONSTRAINT "PracticeLogEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Group" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "searchName" TEXT NOT NULL,
    "programme" "Programme" NOT NULL,
    "kind" "GroupKind" NOT NULL,
    "organisationId" TEXT NOT NULL,
    "municipality" TEXT NOT NULL,
    "place" TEXT,
    "audience" "Audience" NOT NULL,
    "languages" TEXT NOT NULL,
    "closedOn" TEXT,
    "withdrawnAt" TIMESTAMP(3),
    "revision" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "importId" TEXT,
    "lastHeldOn" TEXT,
    "sessionsHeld" INTEGER NOT NULL DEFAULT 0,
    "reached" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Group_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "GroupRevision" (
    "id" TEXT NOT NULL,
    "groupId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "act" "RevisionAct" NOT NULL,
    "recordedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "supersededAt" TIMESTAMP(3),
    "authorId" TEXT,
    "reason" TEXT,
    "name" TEXT NOT NULL,
    "programme" "Programme" NOT NULL,
    "kind" "GroupKind" NOT NULL,
    "organisationId" TEXT NOT NULL,
    "municipality" TEXT NOT NULL,
    "place" TEXT,
    "audience" "Audience" NOT NULL,
    "languages" TEXT NOT NULL,
    "closedOn" TEXT,
    "withdrawnAt" TIMESTAMP(3),
    "trainers" JSONB NOT NULL,

    CONSTRAINT "GroupRevision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "GroupTrainer" (
    "groupId" TEXT NOT NULL,
    "membershipId" TEXT NOT NULL,

    CONSTRAINT "GroupTrainer_pkey" PRIMARY KEY ("groupId","membershipId")
);

-- CreateTable
CREATE TABLE "GroupSession" (
    "id" TEXT NOT NULL,
    "groupId" TEXT NOT NULL,
    "status" "SessionStatus" NOT NULL,
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
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "importId" TEXT,

    CONSTRAINT "GroupSession_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "GroupSessionRevision" (
    "id" TEXT NOT NULL,
    "sessionId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "act" "RevisionAct" NOT NULL,
    "recordedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "supersededAt" TIMESTAMP(3),
    "authorId" TEXT,
    "reason" TEXT,
    "groupId" TEXT NOT NULL,
    "status" "SessionStatus" NOT NULL,
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

    CONSTRAINT "GroupSessionRevision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "GroupImport" (
    "id" TEXT NOT NULL,
    "organisationId" TEXT NOT NULL,
    "accountId" TEXT,
    "fileHash" TEXT NOT NULL,
    "groupCount" INTEGER NOT NULL,
    "sessionCount" INTEGER NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undoneAt" TIMESTAMP(3),
    "undoneById" TEXT,

    CONSTRAINT "GroupImport_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "QualityDecision" (
    "key" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "authorId" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "QualityDecision_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "CalendarFeed" (
    "id" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "codeHash" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CalendarFeed_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Evaluation" (
    "id" TEXT NOT NULL,
    "codeHash" TEXT NOT NULL,
    "setId" TEXT NOT NULL,
    "setVersion" INTEGER NOT NULL,
    "organisationId" TEXT NOT NULL,
    "sessionId" TEXT,
    "groupId" TEXT,
    "cohortId" TEXT,
    "cohortSessionId" TEXT,
    "createdById" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closedAt" TIMESTAMP(3),

    CONSTRAINT "Evaluation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EvaluationAnswer" (
    "id" TEXT NOT NULL,
    "evaluationId" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "answeredOn" TEXT NOT NULL,

    CONSTRAINT "EvaluationAnswer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EvaluationScore" (
    "answerId" TEXT NOT NULL,
    "questionId" TEXT NOT NULL,
    "score" INTEGER NOT NULL,

    CONSTRAINT "EvaluationScore_pkey" PRIMARY KEY ("answerId","questionId")
);

-- CreateTable
CREATE TABLE "EvaluationText" (
    "answerId" TEXT NOT NULL,
    "questionId" TEXT NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "EvaluationText_pkey" PRIMARY KEY ("answerId","questionId")
);

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

-- AddForeignKey
ALTER TABLE "CohortRevision" ADD CONSTRAINT "CohortRevision_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CohortTrainer" ADD CONSTRAINT "CohortTrainer_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CohortTrainer" ADD CONSTRAINT "CohortTrainer_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MembershipRevision" ADD CONSTRAINT "MembershipRevision_membershipId_fkey" FOREIGN KEY ("membershipId") REFERENCES "Membership"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CohortSession" ADD CONSTRAINT "CohortSession_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CohortAttendance" ADD CONSTRAINT "CohortAttendance_cohortSessionId_fkey" FOREIGN KEY ("cohortSessionId") REFERENCES "CohortSession"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CohortAttendance" ADD CONSTRAINT "CohortAttendance_membershipId_fkey" FOREIGN KEY ("membershipId") REFERENCES "Membership"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PracticeLogEntry" ADD CONSTRAINT "PracticeLogEntry_membershipId_fkey" FOREIGN KEY ("membershipId") REFERENCES "Membership"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Group" ADD CONSTRAINT "Group_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Group" ADD CONSTRAINT "Group_importId_fkey" FOREIGN KEY ("importId") REFERENCES "GroupImport"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GroupRevision" ADD CONSTRAINT "GroupRevision_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "Group"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GroupTrainer" ADD CONSTRAINT "GroupTrainer_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "Group"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GroupTrainer" ADD CONSTRAINT "GroupTrainer_membershipId_fkey" FOREIGN KEY ("membershipId") REFERENCES "Membership"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GroupSession" ADD CONSTRAINT "GroupSession_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "Group"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GroupSession" ADD CONSTRAINT "GroupSession_importId_fkey" FOREIGN KEY ("importId") REFERENCES "GroupImport"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GroupSessionRevision" ADD CONSTRAINT "GroupSessionRevision_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "GroupSession"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GroupImport" ADD CONSTRAINT "GroupImport_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CalendarFeed" ADD CONSTRAINT "CalendarFeed_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evaluation" ADD CONSTRAINT "Evaluation_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "GroupSession"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evaluation" ADD CONSTRAINT "Evaluation_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "Group"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evaluation" ADD CONSTRAINT "Evaluation_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evaluation" ADD CONSTRAINT "Evaluation_cohortSessionId_fkey" FOREIGN KEY ("cohortSessionId") REFERENCES "CohortSession"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EvaluationAnswer" ADD CONSTRAINT "EvaluationAnswer_evaluationId_fkey" FOREIGN KEY ("evaluationId") REFERENCES "Evaluation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EvaluationScore" ADD CONSTRAINT "EvaluationScore_answerId_fkey" FOREIGN KEY ("answerId") REFERENCES "EvaluationAnswer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EvaluationText" ADD CONSTRAINT "EvaluationText_answerId_fkey" FOREIGN KEY ("answerId") REFERENCES "EvaluationAnswer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What was there before has its first revision at the moment it was made.
INSERT INTO "CohortRevision" ("id", "cohortId", "number", "act", "recordedAt", "name", "courseId", "language", "organisationId", "startsOn", "endsOn", "practiceEndsOn", "withoutTests", "trainers") SELECT "id", "id", 1, 'created'::"RevisionAct", "createdAt", "name", "courseId", "language", "organisationId", "startsOn", "endsOn", "practiceEndsOn", "withoutTests", '[]' FROM "Cohort";
INSERT INTO "MembershipRevision" ("id", "membershipId", "number", "act", "recordedAt", "cohortId", "background") SELECT "id", "id", 1, 'created'::"RevisionAct", "joinedAt", "cohortId", "background" FROM "Membership";
