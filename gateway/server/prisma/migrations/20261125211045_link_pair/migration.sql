-- CreateEnum
CREATE TYPE "link_band" AS ENUM ('AUTOMATIC', 'REVIEW');

-- CreateEnum
CREATE TYPE "link_word" AS ENUM ('SAME', 'DIFFERENT', 'LATER');

-- AlterTable
ALTER TABLE "linkage_state" ADD COLUMN     "matched_seq" BIGINT NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "link_pair" (
    "id" TEXT NOT NULL DEFAULT gen_random_uuid(),
    "one" TEXT NOT NULL,
    "other" TEXT NOT NULL,
    "band" "link_band" NOT NULL,
    "dice" DOUBLE PRECISION NOT NULL,
    "reasons" TEXT[],
    "at" TIMESTAMPTZ(3) NOT NULL,
    "one_word" "link_word",
    "one_by" TEXT,
    "one_at" TIMESTAMPTZ(3),
    "one_why" TEXT,
    "other_word" "link_word",
    "other_by" TEXT,
    "other_at" TIMESTAMPTZ(3),
    "other_why" TEXT,

    CONSTRAINT "link_pair_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "link_pair_other_idx" ON "link_pair"("other");

-- CreateIndex
CREATE UNIQUE INDEX "link_pair_one_other_key" ON "link_pair"("one", "other");
