-- CreateEnum
CREATE TYPE "fact_kind" AS ENUM ('BLOCK', 'STANDING', 'PROXY', 'ROLE', 'LEGAL_BASIS');

-- CreateEnum
CREATE TYPE "glass_outcome" AS ENUM ('JUSTIFIED', 'NOT_JUSTIFIED');

-- CreateEnum
CREATE TYPE "notice_kind" AS ENUM ('CONSENT_REQUESTED', 'GLASS_BROKEN', 'GLASS_TO_REVIEW');

-- CreateTable
CREATE TABLE "fact" (
    "id" TEXT NOT NULL,
    "client_id" TEXT NOT NULL,
    "kind" "fact_kind" NOT NULL,
    "body" JSONB NOT NULL,
    "recorded_by_agency" TEXT,
    "recorded_by" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "ended_by" TEXT,
    "ended_why" TEXT,

    CONSTRAINT "fact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "glass" (
    "id" TEXT NOT NULL,
    "client_id" TEXT NOT NULL,
    "agency_id" TEXT NOT NULL,
    "broken_by" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "categories" TEXT[],
    "handles" TEXT[],
    "grave" BOOLEAN NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "reviewed_at" TIMESTAMPTZ(3),
    "reviewed_by" TEXT,
    "outcome" "glass_outcome",
    "review_note" TEXT,

    CONSTRAINT "glass_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "consent_request" (
    "id" TEXT NOT NULL,
    "client_id" TEXT NOT NULL,
    "agency_id" TEXT NOT NULL,
    "asked_by" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "purposes" TEXT[],
    "categories" TEXT[],

    CONSTRAINT "consent_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notice" (
    "id" TEXT NOT NULL,
    "agency_id" TEXT NOT NULL,
    "reader" TEXT,
    "kind" "notice_kind" NOT NULL,
    "about_id" TEXT NOT NULL,
    "client_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "read_at" TIMESTAMPTZ(3),
    "read_by" TEXT,

    CONSTRAINT "notice_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "fact_client_id_idx" ON "fact"("client_id");

-- CreateIndex
CREATE INDEX "fact_recorded_by_agency_kind_recorded_at_idx" ON "fact"("recorded_by_agency", "kind", "recorded_at");

-- CreateIndex
CREATE INDEX "glass_client_id_idx" ON "glass"("client_id");

-- CreateIndex
CREATE INDEX "glass_agency_id_at_idx" ON "glass"("agency_id", "at");

-- CreateIndex
CREATE INDEX "consent_request_client_id_idx" ON "consent_request"("client_id");

-- CreateIndex
CREATE INDEX "notice_agency_id_at_idx" ON "notice"("agency_id", "at");

-- AddForeignKey
ALTER TABLE "fact" ADD CONSTRAINT "fact_client_id_fkey" FOREIGN KEY ("client_id") REFERENCES "client"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "glass" ADD CONSTRAINT "glass_client_id_fkey" FOREIGN KEY ("client_id") REFERENCES "client"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consent_request" ADD CONSTRAINT "consent_request_client_id_fkey" FOREIGN KEY ("client_id") REFERENCES "client"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice" ADD CONSTRAINT "notice_client_id_fkey" FOREIGN KEY ("client_id") REFERENCES "client"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma does not know. Blocks are facts now; those on file move.
INSERT INTO "fact" ("id", "client_id", "kind", "body", "recorded_by", "recorded_at", "ended_at")
  SELECT "id", "client_id", 'BLOCK', "body", "recorded_by", "recorded_at", "lifted_at" FROM "block";

-- DropForeignKey
ALTER TABLE "block" DROP CONSTRAINT "block_client_id_fkey";

-- DropTable
DROP TABLE "block";
