-- CreateEnum
CREATE TYPE "participation" AS ENUM ('ALL', 'CONSENTED', 'NONE');

-- AlterTable
ALTER TABLE "agency" ADD COLUMN     "participation" "participation" NOT NULL DEFAULT 'ALL',
ADD COLUMN     "sync_cursor" TEXT;

-- AlterTable
ALTER TABLE "record" ADD COLUMN     "aliases" BYTEA,
ADD COLUMN     "clk" BYTEA,
ADD COLUMN     "digest" TEXT,
ADD COLUMN     "encoded_seq" BIGINT,
ADD COLUMN     "key_epoch" INTEGER,
ADD COLUMN     "parts" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "sex_code" TEXT;

-- CreateTable
CREATE TABLE "linkage_state" (
    "id" INTEGER NOT NULL,
    "key_epoch" INTEGER NOT NULL,
    "next_epoch" INTEGER,

    CONSTRAINT "linkage_state_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "record_encoded_seq_idx" ON "record"("encoded_seq");

-- What Prisma does not know. The one row; and the order in which keys change, over all records.
INSERT INTO "linkage_state" ("id", "key_epoch") VALUES (1, 1);

CREATE SEQUENCE "record_encoded_seq";
