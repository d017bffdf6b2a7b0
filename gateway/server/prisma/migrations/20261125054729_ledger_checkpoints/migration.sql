-- AlterTable
ALTER TABLE "ledger_head" ADD COLUMN     "ledger" TEXT NOT NULL DEFAULT gen_random_uuid();

-- CreateTable
CREATE TABLE "ledger_checkpoint" (
    "seq" BIGINT NOT NULL,
    "hash" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "jws" TEXT NOT NULL,

    CONSTRAINT "ledger_checkpoint_pkey" PRIMARY KEY ("seq")
);

-- What Prisma does not know. Checkpoints are only ever added; the end of the ledger only moves on, and stays the same ledger's.
CREATE TRIGGER "ledger_checkpoint_append_only" BEFORE UPDATE OR DELETE ON "ledger_checkpoint"
  FOR EACH ROW EXECUTE FUNCTION "refuse_ledger_change"();

CREATE TRIGGER "ledger_checkpoint_not_truncated" BEFORE TRUNCATE ON "ledger_checkpoint"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_ledger_change"();

CREATE TRIGGER "ledger_head_moves_on" BEFORE UPDATE ON "ledger_head"
  FOR EACH ROW WHEN (NEW."seq" <= OLD."seq" OR NEW."ledger" <> OLD."ledger")
  EXECUTE FUNCTION "refuse_ledger_change"();
