-- CreateEnum
CREATE TYPE "MediaVoices" AS ENUM ('synthetic', 'person');

-- AlterTable
ALTER TABLE "MediaFile" ADD COLUMN     "voices" "MediaVoices";
