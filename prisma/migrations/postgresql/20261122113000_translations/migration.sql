-- CreateEnum
CREATE TYPE "TranslationAct" AS ENUM ('uploaded', 'reviewed', 'restored', 'withdrawn');

-- CreateEnum
CREATE TYPE "TranslationState" AS ENUM ('draft', 'reviewed');

-- CreateTable
CREATE TABLE "TranslationRevision" (
    "id" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "act" "TranslationAct" NOT NULL,
    "recordedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "supersededAt" TIMESTAMP(3),
    "authorId" TEXT,
    "markdown" TEXT NOT NULL,
    "state" "TranslationState" NOT NULL,
    "source" TEXT NOT NULL,
    "sourceHash" TEXT NOT NULL,
    "file" TEXT NOT NULL,

    CONSTRAINT "TranslationRevision_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "TranslationRevision_supersededAt_idx" ON "TranslationRevision"("supersededAt");

-- CreateIndex
CREATE UNIQUE INDEX "TranslationRevision_text_language_number_key" ON "TranslationRevision"("text", "language", "number");

