-- What Prisma does not know: it cannot describe parts of a table. The ledger is one chain, and is kept in parts of a hundred million
-- entries by their number (CAPACITY.md): an old part is never written again, so it can be moved, compressed or stored elsewhere.
-- What is on file becomes the first part as it stands; no row is written anew.
DROP TRIGGER "ledger_entry_append_only" ON "ledger_entry";
DROP TRIGGER "ledger_entry_not_truncated" ON "ledger_entry";
ALTER TABLE "ledger_entry" RENAME TO "ledger_entry_filled";
ALTER INDEX "ledger_entry_pkey" RENAME TO "ledger_entry_filled_pkey";
ALTER INDEX "ledger_entry_client_id_seq_idx" RENAME TO "ledger_entry_filled_client_id_seq_idx";
ALTER INDEX "ledger_entry_agency_id_seq_idx" RENAME TO "ledger_entry_filled_agency_id_seq_idx";

CREATE TABLE "ledger_entry" (
    LIKE "ledger_entry_filled",

    CONSTRAINT "ledger_entry_pkey" PRIMARY KEY ("seq")
) PARTITION BY RANGE ("seq");
CREATE INDEX "ledger_entry_client_id_seq_idx" ON "ledger_entry"("client_id", "seq");
CREATE INDEX "ledger_entry_agency_id_seq_idx" ON "ledger_entry"("agency_id", "seq");

-- Every part gets this one of its own when it is attached; the other only where it is made.
CREATE TRIGGER "ledger_entry_append_only" BEFORE UPDATE OR DELETE ON "ledger_entry"
  FOR EACH ROW EXECUTE FUNCTION "refuse_ledger_change"();

CREATE TRIGGER "ledger_entry_not_truncated" BEFORE TRUNCATE ON "ledger_entry"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_ledger_change"();

-- Which part an entry stands in: the first is 1, and each is called after its number, "ledger_entry_1".
CREATE FUNCTION "ledger_part"("seq" BIGINT) RETURNS BIGINT LANGUAGE sql IMMUTABLE AS $$
  SELECT (seq - 1) / 100000000 + 1;
$$;

-- Attached rather than made as a part, so that nobody who reads or writes the ledger waits for it.
CREATE FUNCTION "make_ledger_part"("part" BIGINT) RETURNS VOID LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('CREATE TABLE %I (LIKE ledger_entry)', 'ledger_entry_' || part);
  EXECUTE format('ALTER TABLE ledger_entry ATTACH PARTITION %I FOR VALUES FROM (%s) TO (%s)',
    'ledger_entry_' || part, (part - 1) * 100000000 + 1, part * 100000000 + 1);
  EXECUTE format('CREATE TRIGGER ledger_entry_not_truncated BEFORE TRUNCATE ON %I
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_ledger_change()', 'ledger_entry_' || part);
END $$;

DO $$
DECLARE
  "part" BIGINT := (SELECT ledger_part(greatest(1, (SELECT seq FROM ledger_head), (SELECT max(seq) FROM ledger_entry_filled))));
  "name" TEXT := 'ledger_entry_' || part;
BEGIN
  EXECUTE format('ALTER TABLE ledger_entry_filled RENAME TO %I', name);
  EXECUTE format('ALTER INDEX ledger_entry_filled_pkey RENAME TO %I', name || '_pkey');
  EXECUTE format('ALTER INDEX ledger_entry_filled_client_id_seq_idx RENAME TO %I', name || '_client_id_seq_idx');
  EXECUTE format('ALTER INDEX ledger_entry_filled_agency_id_seq_idx RENAME TO %I', name || '_agency_id_seq_idx');
  EXECUTE format('ALTER TABLE ledger_entry ATTACH PARTITION %I FOR VALUES FROM (MINVALUE) TO (%s)', name, part * 100000000 + 1);
  EXECUTE format('CREATE TRIGGER ledger_entry_not_truncated BEFORE TRUNCATE ON %I
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_ledger_change()', name);
  PERFORM make_ledger_part(part + 1);
END $$;
