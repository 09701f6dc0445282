-- AlterTable
ALTER TABLE "MediaFile" ADD COLUMN "voices" TEXT;
