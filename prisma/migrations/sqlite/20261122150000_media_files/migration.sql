-- CreateTable
CREATE TABLE "MediaFile" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "itemId" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "storageKey" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "contentType" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "seconds" REAL,
    "title" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'draft',
    "accountId" TEXT,
    "recordedAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "publishedAt" DATETIME,
    "supersededAt" DATETIME,
    "currentFor" TEXT
);

-- CreateIndex
CREATE UNIQUE INDEX "MediaFile_currentFor_key" ON "MediaFile"("currentFor");

-- CreateIndex
CREATE INDEX "MediaFile_itemId_language_role_idx" ON "MediaFile"("itemId", "language", "role");

-- CreateIndex
CREATE INDEX "MediaFile_storageKey_idx" ON "MediaFile"("storageKey");

-- CreateIndex
CREATE INDEX "MediaFile_state_recordedAt_idx" ON "MediaFile"("state", "recordedAt");

