-- CreateEnum
CREATE TYPE "MediaState" AS ENUM ('draft', 'published', 'withdrawn');

-- CreateTable
CREATE TABLE "MediaFile" (
    "id" TEXT NOT NULL,
    "itemId" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "storageKey" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "contentType" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "seconds" DOUBLE PRECISION,
    "title" TEXT NOT NULL,
    "state" "MediaState" NOT NULL DEFAULT 'draft',
    "accountId" TEXT,
    "recordedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "publishedAt" TIMESTAMP(3),
    "supersededAt" TIMESTAMP(3),
    "currentFor" TEXT,

    CONSTRAINT "MediaFile_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "MediaFile_currentFor_key" ON "MediaFile"("currentFor");

-- CreateIndex
CREATE INDEX "MediaFile_itemId_language_role_idx" ON "MediaFile"("itemId", "language", "role");

-- CreateIndex
CREATE INDEX "MediaFile_storageKey_idx" ON "MediaFile"("storageKey");

-- CreateIndex
CREATE INDEX "MediaFile_state_recordedAt_idx" ON "MediaFile"("state", "recordedAt");

