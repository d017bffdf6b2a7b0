-- A database nobody would design: everything that stood in the way of reading one. Each table has a row.
CREATE SCHEMA dem;
CREATE SCHEMA "Größe";
CREATE TYPE dem.sex AS ENUM ('m', 'f', 'not stated', '9', 'f.');
CREATE TYPE mood AS ENUM ('ok');
CREATE DOMAIN dem.postcode AS varchar(10) NOT NULL;
CREATE DOMAIN dem.short_postcode AS dem.postcode;
CREATE TYPE pair AS (a integer, b integer);

CREATE TABLE dem.identity (
  pk serial PRIMARY KEY,
  sex dem.sex NOT NULL DEFAULT 'not stated',
  moods mood[] NOT NULL DEFAULT '{}',
  "Geburtstag" date,
  born_at timestamptz(3),
  full_name text GENERATED ALWAYS AS ('#' || nummer::text) STORED,
  nummer bigint NOT NULL DEFAULT 7,
  zip dem.short_postcode DEFAULT '3000',
  weight numeric(5, 2),
  tags varchar(8)[],
  photo bytea,
  extra jsonb,
  place point,
  two pair,
  search tsvector,
  span daterange,
  how_long interval,
  code "char",
  ip inet,
  flags bit(3),
  at time,
  token uuid DEFAULT gen_random_uuid(),
  cash money
);
COMMENT ON TABLE dem.identity IS 'People, "as they are"
and a second line';
COMMENT ON COLUMN dem.identity.sex IS 'As it stands on paper';
INSERT INTO dem.identity (extra, "Geburtstag", born_at, two, place, search, how_long, code, ip, flags, at, cash, weight)
  VALUES ('{"a": 1}', '1980-02-03', now(), (1, 2), '(1,2)', 'word', '1 day', 'x', '127.0.0.1', B'101', '10:00', 3, 1.5);

-- A composite key, reached from another schema, twice.
CREATE TABLE dem."order" (
  "class" integer, "1st" integer, "select" text, PRIMARY KEY ("class", "1st")
);
INSERT INTO dem."order" VALUES (1, 2, 'x');
CREATE TABLE "Größe"."Straßen Liste" (
  "id" integer PRIMARY KEY,
  "order class" integer, "order 1st" integer, "other-class" integer, "other-1st" integer,
  parent_id integer REFERENCES "Größe"."Straßen Liste",
  fk_identity integer NOT NULL REFERENCES dem.identity,
  fk_identity_again integer UNIQUE REFERENCES dem.identity,
  CONSTRAINT "first key" FOREIGN KEY ("order class", "order 1st") REFERENCES dem."order",
  FOREIGN KEY ("other-class", "other-1st") REFERENCES dem."order" ("class", "1st")
);
CREATE UNIQUE INDEX some_only ON "Größe"."Straßen Liste" (parent_id) WHERE parent_id IS NOT NULL;
INSERT INTO "Größe"."Straßen Liste" VALUES (1, 1, 2, NULL, NULL, 1, 1, NULL);

-- The same name in two schemas, and names that become the same.
CREATE TABLE identity (id integer PRIMARY KEY, "ID" integer, "a b" integer, a_b integer, "a-b" integer, "aB" integer, _x integer, "%" text);
INSERT INTO identity VALUES (1, 2, 3, 4, 5, 6, 7, '8');
CREATE TABLE "Identity" (id integer PRIMARY KEY, dem integer REFERENCES dem.identity, identity integer REFERENCES identity);
INSERT INTO "Identity" VALUES (1, 1, 1);

CREATE TABLE no_key (a integer, b text);
INSERT INTO no_key VALUES (1, 'x');
CREATE TABLE unique_key (a integer NOT NULL UNIQUE, b text UNIQUE);
INSERT INTO unique_key VALUES (1, NULL);
CREATE TABLE nullable_unique (b text UNIQUE, fk integer REFERENCES unique_key (a));
INSERT INTO nullable_unique VALUES ('x', 1);
CREATE TABLE unreadable_key (p point, id inet PRIMARY KEY);
INSERT INTO unreadable_key VALUES (NULL, '::1');
CREATE TABLE nothing_known (p pair);
INSERT INTO nothing_known VALUES ((1, 2));
CREATE TABLE no_columns ();

CREATE TABLE item (pk_item serial PRIMARY KEY, narrative text);
CREATE TABLE note (pk integer PRIMARY KEY, soap text) INHERITS (item);
INSERT INTO note (pk, narrative, soap) VALUES (1, 'words', 's');
CREATE TABLE visit (id integer, day date, PRIMARY KEY (id, day)) PARTITION BY RANGE (day);
CREATE TABLE visit_2026 PARTITION OF visit FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
INSERT INTO visit VALUES (1, '2026-05-05');

CREATE VIEW dem.v_people AS SELECT pk, sex, full_name FROM dem.identity;
CREATE MATERIALIZED VIEW counted AS SELECT count(*) AS n FROM identity;

CREATE TABLE "model" ("type" text PRIMARY KEY, "enum" text, "true" boolean, "String" text, "async" text, "constructor" text);
INSERT INTO "model" VALUES ('x');
CREATE TABLE "PrismaClient" (id integer PRIMARY KEY, "prototype" text);
INSERT INTO "PrismaClient" VALUES (1);
CREATE TABLE "2fa" (id integer PRIMARY KEY);
INSERT INTO "2fa" VALUES (1);
CREATE TABLE 病人 (编号 integer PRIMARY KEY, 姓名 text);
INSERT INTO 病人 VALUES (1, 'x');
ANALYZE;
