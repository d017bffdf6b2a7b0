-- CreateEnum
CREATE TYPE "exercise_stage" AS ENUM ('FIRST_PLACING', 'FIRST_DISCUSSION', 'SECOND_PLACING', 'SECOND_DISCUSSION', 'CLOSED');

-- CreateEnum
CREATE TYPE "exercise_breakdown" AS ENUM ('NOTHING', 'AGENCY', 'ROLE');

-- CreateEnum
CREATE TYPE "exercise_act" AS ENUM ('CREATE', 'REVEAL', 'OPEN_SECOND_ROUND', 'CLOSE');

-- CreateEnum
CREATE TYPE "exercise_answer_kind" AS ENUM ('PLACING', 'BARRIERS');

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "notice_kind" ADD VALUE 'EXERCISE_OPEN';
ALTER TYPE "notice_kind" ADD VALUE 'EXERCISE_REVEALED';

-- AlterTable
ALTER TABLE "notice" ALTER COLUMN "client_id" DROP NOT NULL;

-- CreateTable
CREATE TABLE "exercise" (
    "id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "agency_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "stage" "exercise_stage" NOT NULL DEFAULT 'FIRST_PLACING',
    "agencies" TEXT[],
    "offered" TEXT[],
    "break_down_by" "exercise_breakdown" NOT NULL,
    "scenario_ids" TEXT[],
    "texts" TEXT[],
    "secret" BYTEA,
    "results" JSONB,

    CONSTRAINT "exercise_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "exercise_participant" (
    "exercise_id" TEXT NOT NULL,
    "alias" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "exercise_participant_pkey" PRIMARY KEY ("exercise_id","alias")
);

-- CreateTable
CREATE TABLE "exercise_answer" (
    "exercise_id" TEXT NOT NULL,
    "alias" TEXT NOT NULL,
    "round" INTEGER NOT NULL,
    "scenario_id" TEXT NOT NULL,
    "kind" "exercise_answer_kind" NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "exercise_answer_pkey" PRIMARY KEY ("exercise_id","alias","round","scenario_id","kind")
);

-- CreateTable
CREATE TABLE "exercise_step" (
    "id" TEXT NOT NULL,
    "exercise_id" TEXT NOT NULL,
    "act" "exercise_act" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by" TEXT NOT NULL,
    "agency_id" TEXT NOT NULL,

    CONSTRAINT "exercise_step_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "exercise_at_idx" ON "exercise"("at");

-- CreateIndex
CREATE INDEX "exercise_step_exercise_id_at_idx" ON "exercise_step"("exercise_id", "at");

-- What Prisma does not know. What was done with an exercise is only ever added to.
CREATE FUNCTION "refuse_exercise_step_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'The history of an exercise is append-only: % refused.', TG_OP USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE TRIGGER "exercise_step_append_only" BEFORE UPDATE OR DELETE ON "exercise_step"
  FOR EACH ROW EXECUTE FUNCTION "refuse_exercise_step_change"();

CREATE TRIGGER "exercise_step_not_truncated" BEFORE TRUNCATE ON "exercise_step"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_exercise_step_change"();
