-- AlterEnum
ALTER TYPE "agency_state" ADD VALUE 'REMOVED';

-- AlterTable
ALTER TABLE "agency" ADD COLUMN     "module_revisions" JSONB;

-- CreateTable
CREATE TABLE "module_change" (
    "revision" INTEGER NOT NULL,
    "module" TEXT NOT NULL,
    "sdl" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by" TEXT NOT NULL,

    CONSTRAINT "module_change_pkey" PRIMARY KEY ("revision")
);
