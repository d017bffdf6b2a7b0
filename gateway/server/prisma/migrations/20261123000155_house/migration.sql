-- CreateEnum
CREATE TYPE "agency_state" AS ENUM ('ACTIVE', 'SUSPENDED');

-- CreateEnum
CREATE TYPE "link_kind" AS ENUM ('CONFIRMED', 'PROPOSED', 'SEPARATED');

-- CreateTable
CREATE TABLE "agency" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "entity" TEXT[],
    "url" TEXT NOT NULL,
    "public_key" JSONB,
    "contract_version" TEXT NOT NULL,
    "modules" TEXT[],
    "state" "agency_state" NOT NULL DEFAULT 'ACTIVE',
    "joined_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "agency_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "client" (
    "id" TEXT NOT NULL,
    "epoch" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "client_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "record" (
    "handle" TEXT NOT NULL,
    "agency_id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "client_id" TEXT,
    "slk" TEXT,
    "dob_accuracy" TEXT,
    "worker" TEXT,
    "open" BOOLEAN NOT NULL,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "record_pkey" PRIMARY KEY ("handle")
);

-- CreateTable
CREATE TABLE "link_decision" (
    "id" TEXT NOT NULL DEFAULT gen_random_uuid(),
    "handle" TEXT NOT NULL,
    "client_id" TEXT NOT NULL,
    "kind" "link_kind" NOT NULL,
    "decided_by" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "link_decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "consent" (
    "id" TEXT NOT NULL,
    "client_id" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "recorded_by_agency" TEXT NOT NULL,
    "recorded_by" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdrawn_by" TEXT,
    "words" TEXT,
    "language" TEXT NOT NULL,

    CONSTRAINT "consent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "block" (
    "id" TEXT NOT NULL,
    "client_id" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "recorded_by" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "lifted_at" TIMESTAMPTZ(3),

    CONSTRAINT "block_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ledger_entry" (
    "seq" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "request_id" TEXT NOT NULL,
    "requester" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "requester_agency" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "client_id" TEXT NOT NULL,
    "handle" TEXT NOT NULL,
    "agency_id" TEXT NOT NULL,
    "categories" TEXT[],
    "basis" TEXT[],
    "operation" TEXT NOT NULL,
    "prev_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "ledger_entry_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "ledger_head" (
    "id" INTEGER NOT NULL,
    "seq" BIGINT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "ledger_head_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "record_client_id_idx" ON "record"("client_id");

-- CreateIndex
CREATE INDEX "record_agency_id_worker_client_id_idx" ON "record"("agency_id", "worker", "client_id");

-- CreateIndex
CREATE INDEX "record_agency_id_client_id_idx" ON "record"("agency_id", "client_id");

-- CreateIndex
CREATE INDEX "record_slk_idx" ON "record"("slk");

-- CreateIndex
CREATE UNIQUE INDEX "record_agency_id_number_key" ON "record"("agency_id", "number");

-- CreateIndex
CREATE INDEX "link_decision_handle_idx" ON "link_decision"("handle");

-- CreateIndex
CREATE INDEX "link_decision_client_id_idx" ON "link_decision"("client_id");

-- CreateIndex
CREATE INDEX "consent_client_id_idx" ON "consent"("client_id");

-- CreateIndex
CREATE INDEX "block_client_id_idx" ON "block"("client_id");

-- CreateIndex
CREATE INDEX "ledger_entry_client_id_seq_idx" ON "ledger_entry"("client_id", "seq");

-- CreateIndex
CREATE INDEX "ledger_entry_agency_id_seq_idx" ON "ledger_entry"("agency_id", "seq");

-- AddForeignKey
ALTER TABLE "record" ADD CONSTRAINT "record_client_id_fkey" FOREIGN KEY ("client_id") REFERENCES "client"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "link_decision" ADD CONSTRAINT "link_decision_handle_fkey" FOREIGN KEY ("handle") REFERENCES "record"("handle") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consent" ADD CONSTRAINT "consent_client_id_fkey" FOREIGN KEY ("client_id") REFERENCES "client"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "block" ADD CONSTRAINT "block_client_id_fkey" FOREIGN KEY ("client_id") REFERENCES "client"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- What Prisma does not know. The ledger is only ever added to.
CREATE FUNCTION "refuse_ledger_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'The ledger is append-only: % refused.', TG_OP USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE TRIGGER "ledger_entry_append_only" BEFORE UPDATE OR DELETE ON "ledger_entry"
  FOR EACH ROW EXECUTE FUNCTION "refuse_ledger_change"();

CREATE TRIGGER "ledger_entry_not_truncated" BEFORE TRUNCATE ON "ledger_entry"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_ledger_change"();

CREATE TRIGGER "ledger_head_kept" BEFORE DELETE ON "ledger_head"
  FOR EACH ROW EXECUTE FUNCTION "refuse_ledger_change"();

CREATE TRIGGER "ledger_head_not_truncated" BEFORE TRUNCATE ON "ledger_head"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_ledger_change"();

-- Before the first entry: the chain begins with 64 zeros.
INSERT INTO "ledger_head" ("id", "seq", "hash") VALUES (1, 0, repeat('0', 64));
