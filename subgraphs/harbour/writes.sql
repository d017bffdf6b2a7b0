-- What HarbourCare's database needs before alerts are taken from Accord: run once, by its owner, with the role's name and
-- password put in. Nothing of HarbourCare's own tables changes.

-- Which orders were carried out, so that one that is sent again is written once.
CREATE TABLE IF NOT EXISTS accord_order (
  id text PRIMARY KEY,
  digest text NOT NULL,
  done_at timestamptz NOT NULL DEFAULT now()
);

REVOKE ALL ON ALL TABLES IN SCHEMA public FROM :writer;
GRANT USAGE ON SCHEMA public TO :writer;
GRANT SELECT, INSERT ON accord_order TO :writer;
GRANT SELECT (id, deleted_at) ON client TO :writer;
GRANT SELECT, INSERT ON client_alert TO :writer;
GRANT UPDATE (basis, status, review_due_on, closed_on, closed_reason) ON client_alert TO :writer;
