-- CreateTable
CREATE TABLE "SearchEntry" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "language" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "body" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "SearchWord" (
    "language" TEXT NOT NULL,
    "word" TEXT NOT NULL,
    "shown" TEXT NOT NULL,
    "count" INTEGER NOT NULL,

    PRIMARY KEY ("language", "word")
);

-- CreateTable
CREATE TABLE "SearchState" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "fingerprint" TEXT NOT NULL
);

-- CreateIndex
CREATE UNIQUE INDEX "SearchEntry_language_place_key" ON "SearchEntry"("language", "place");


-- The full-text index. It keeps no text of its own; the two triggers keep it equal to the table. Rows are never changed in place.
CREATE VIRTUAL TABLE "SearchText" USING fts5(
    "title", "summary", "body",
    content = 'SearchEntry', content_rowid = 'id',
    tokenize = 'unicode61 remove_diacritics 2'
);

CREATE TRIGGER "SearchEntry_insert" AFTER INSERT ON "SearchEntry" BEGIN
    INSERT INTO "SearchText" (rowid, "title", "summary", "body") VALUES (new."id", new."title", new."summary", new."body");
END;

CREATE TRIGGER "SearchEntry_delete" AFTER DELETE ON "SearchEntry" BEGIN
    INSERT INTO "SearchText" ("SearchText", rowid, "title", "summary", "body")
    VALUES ('delete', old."id", old."title", old."summary", old."body");
END;
