-- CreateEnum
CREATE TYPE "proposal_kind" AS ENUM ('LABEL', 'ALERT_CATEGORY', 'CONSENT_NOTICE', 'PRACTICE', 'SCHEMA_CHANGE', 'BARRIER');

-- CreateEnum
CREATE TYPE "proposal_event_kind" AS ENUM ('VOICE', 'ANSWER', 'WITHDRAWAL');

-- AlterEnum
ALTER TYPE "notice_kind" ADD VALUE 'PROPOSAL_TO_HEAR';

-- AlterTable
ALTER TABLE "agency" ADD COLUMN     "stewardship" TEXT;

-- AlterTable
ALTER TABLE "notice" ADD COLUMN     "level" TEXT,
ALTER COLUMN "client_id" DROP NOT NULL;

-- CreateTable
CREATE TABLE "notice_read" (
    "notice_id" TEXT NOT NULL,
    "user" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "notice_read_pkey" PRIMARY KEY ("notice_id","user")
);

-- CreateTable
CREATE TABLE "proposal" (
    "id" TEXT NOT NULL,
    "kind" "proposal_kind" NOT NULL,
    "title" TEXT NOT NULL,
    "why" TEXT NOT NULL,
    "change" JSONB,
    "effective_on" TEXT,
    "agency_id" TEXT NOT NULL,
    "raised_by" TEXT NOT NULL,
    "raised_at" TIMESTAMPTZ(3) NOT NULL,
    "exercise" TEXT,
    "agencies" TEXT[],
    "rules" JSONB NOT NULL,

    CONSTRAINT "proposal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "proposal_event" (
    "id" TEXT NOT NULL,
    "proposal_id" TEXT NOT NULL,
    "kind" "proposal_event_kind" NOT NULL,
    "agency_id" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "level" TEXT,
    "position" TEXT,
    "answers" TEXT,
    "words" TEXT,

    CONSTRAINT "proposal_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "aggregate_veto" (
    "id" TEXT NOT NULL,
    "agency_id" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "lifts" TEXT,

    CONSTRAINT "aggregate_veto_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "proposal_raised_at_id_idx" ON "proposal"("raised_at", "id");

-- CreateIndex
CREATE INDEX "proposal_event_proposal_id_idx" ON "proposal_event"("proposal_id");

-- CreateIndex
CREATE UNIQUE INDEX "aggregate_veto_lifts_key" ON "aggregate_veto"("lifts");

-- CreateIndex
CREATE INDEX "aggregate_veto_agency_id_idx" ON "aggregate_veto"("agency_id");

-- AddForeignKey
ALTER TABLE "notice_read" ADD CONSTRAINT "notice_read_notice_id_fkey" FOREIGN KEY ("notice_id") REFERENCES "notice"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal_event" ADD CONSTRAINT "proposal_event_proposal_id_fkey" FOREIGN KEY ("proposal_id") REFERENCES "proposal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma does not know. Who decided what when is history: it is only ever added to.
CREATE FUNCTION "refuse_decision_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'What was decided together is append-only: % of % refused.', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE TRIGGER "proposal_append_only" BEFORE UPDATE OR DELETE ON "proposal"
  FOR EACH ROW EXECUTE FUNCTION "refuse_decision_change"();
CREATE TRIGGER "proposal_not_truncated" BEFORE TRUNCATE ON "proposal"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_decision_change"();

CREATE TRIGGER "proposal_event_append_only" BEFORE UPDATE OR DELETE ON "proposal_event"
  FOR EACH ROW EXECUTE FUNCTION "refuse_decision_change"();
CREATE TRIGGER "proposal_event_not_truncated" BEFORE TRUNCATE ON "proposal_event"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_decision_change"();

CREATE TRIGGER "aggregate_veto_append_only" BEFORE UPDATE OR DELETE ON "aggregate_veto"
  FOR EACH ROW EXECUTE FUNCTION "refuse_decision_change"();
CREATE TRIGGER "aggregate_veto_not_truncated" BEFORE TRUNCATE ON "aggregate_veto"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_decision_change"();
