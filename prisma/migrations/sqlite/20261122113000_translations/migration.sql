-- CreateTable
CREATE TABLE "TranslationRevision" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "text" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "act" TEXT NOT NULL,
    "recordedAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "supersededAt" DATETIME,
    "authorId" TEXT,
    "markdown" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "sourceHash" TEXT NOT NULL,
    "file" TEXT NOT NULL
);

-- CreateIndex
CREATE INDEX "TranslationRevision_supersededAt_idx" ON "TranslationRevision"("supersededAt");

-- CreateIndex
CREATE UNIQUE INDEX "TranslationRevision_text_language_number_key" ON "TranslationRevision"("text", "language", "number");

