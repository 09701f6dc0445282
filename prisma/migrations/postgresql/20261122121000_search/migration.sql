-- CreateTable
CREATE TABLE "SearchEntry" (
    "id" SERIAL NOT NULL,
    "language" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "body" TEXT NOT NULL,

    CONSTRAINT "SearchEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SearchWord" (
    "language" TEXT NOT NULL,
    "word" TEXT NOT NULL,
    "shown" TEXT NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "SearchWord_pkey" PRIMARY KEY ("language","word")
);

-- CreateTable
CREATE TABLE "SearchState" (
    "id" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,

    CONSTRAINT "SearchState_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "SearchEntry_language_place_key" ON "SearchEntry"("language", "place");


-- The full-text index. The words are folded and stand apart by spaces, so they go in as they are: the same words as in SQLite,
-- whatever the locale of the server.
ALTER TABLE "SearchEntry" ADD COLUMN "words" tsvector
    GENERATED ALWAYS AS (array_to_tsvector(array_remove(string_to_array("title" || "summary" || "body", ' '), ''))) STORED;

CREATE INDEX "SearchEntry_words_idx" ON "SearchEntry" USING GIN ("words");
