-- CreateTable
CREATE TABLE "rule_set" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "agency_id" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "rule_set_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "rule_set_name_version_key" ON "rule_set"("name", "version");

-- What audits were made by is never changed or taken away.
CREATE TRIGGER "rule_set_append_only" BEFORE UPDATE OR DELETE ON "rule_set"
  FOR EACH ROW EXECUTE FUNCTION "refuse_decision_change"();
CREATE TRIGGER "rule_set_not_truncated" BEFORE TRUNCATE ON "rule_set"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_decision_change"();
