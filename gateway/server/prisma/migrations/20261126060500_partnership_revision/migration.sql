-- CreateTable
CREATE TABLE "partnership" (
    "id" INTEGER NOT NULL,
    "revision" TEXT NOT NULL DEFAULT gen_random_uuid(),

    CONSTRAINT "partnership_pkey" PRIMARY KEY ("id")
);

INSERT INTO "partnership" ("id") VALUES (1);

-- A random word and not a number: after a restored backup or a failover no earlier one comes back.
CREATE FUNCTION "partnership_changed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "partnership" SET "revision" = gen_random_uuid() WHERE "id" = 1;
  RETURN NULL;
END
$$;

CREATE TRIGGER "agency_added" AFTER INSERT OR DELETE OR TRUNCATE ON "agency"
  FOR EACH STATEMENT EXECUTE FUNCTION "partnership_changed"();

-- Whatever an agency's row says, but for the notes that replicas and syncs make for themselves.
CREATE TRIGGER "agency_changed" AFTER UPDATE ON "agency"
  FOR EACH ROW WHEN ((to_jsonb(OLD) - '{looked_at,sync_cursor}'::text[]) IS DISTINCT FROM (to_jsonb(NEW) - '{looked_at,sync_cursor}'::text[]))
  EXECUTE FUNCTION "partnership_changed"();

-- Proposals and what is said of them are only ever added.
CREATE TRIGGER "proposal_added" AFTER INSERT ON "proposal"
  FOR EACH STATEMENT EXECUTE FUNCTION "partnership_changed"();

CREATE TRIGGER "proposal_event_added" AFTER INSERT ON "proposal_event"
  FOR EACH STATEMENT EXECUTE FUNCTION "partnership_changed"();
