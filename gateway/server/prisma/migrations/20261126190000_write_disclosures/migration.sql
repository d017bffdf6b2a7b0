-- As append_disclosures (20261126170000), with what is sent in columns: that one reads the JSON of all requests seven times over and looks for
-- each field's name in every entry, which takes PostgreSQL as long as all that it writes.
--
-- A column is text that is cut (store/columnText.ts). Strings are sent as JSON has them, from the first letter of the first one on and up to
-- the quote that would open one more: a and b are  a","b","  and are cut at  ","  . Lists of strings are sent likewise, with an empty string
-- after each: [a, b] and [c] are  "a","b"],"",["c"],"",[  and are cut at  ],"",[  . So the columns of several requests are joined by putting one
-- after the other. Each piece has the bytes that hashOf (store/LedgerEntry.ts) has between its quotes or brackets; where nothing is escaped, it is
-- also what is meant, and a list between braces is how PostgreSQL itself writes one. Where anything is ("escaped": a backslash is in one of
-- the columns; ids and codes have none), the three functions that follow read the pieces as JSON. Lists are cut rightly even then:
-- a quote within a string has a backslash before it, so what is cut at begins and ends outside of all strings.
--
-- append_disclosures stays for replicas that are not restarted yet.

-- The pieces of a column of strings that have  ","  in them.
CREATE FUNCTION "strings_as_sent"("sent" TEXT) RETURNS TEXT[] LANGUAGE sql IMMUTABLE AS $$
  SELECT ARRAY(SELECT substr(piece::text, 2, length(piece::text) - 2) FROM json_array_elements(('["' || sent || '"]')::json) AS piece);
$$;

CREATE FUNCTION "strings_as_meant"("sent" TEXT) RETURNS TEXT[] LANGUAGE sql IMMUTABLE AS $$
  SELECT ARRAY(SELECT json_array_elements_text(('["' || sent || '"]')::json));
$$;

-- As PostgreSQL writes them between braces.
CREATE FUNCTION "lists_as_meant"("pieces" TEXT[]) RETURNS TEXT[] LANGUAGE sql STABLE AS $$
  SELECT ARRAY(SELECT substr(list."meant", 2, length(list."meant") - 2)
    FROM unnest(pieces) WITH ORDINALITY AS one("piece", "n"),
      LATERAL (SELECT ARRAY(SELECT json_array_elements_text(('[' || one."piece" || ']')::json))::text AS "meant") AS list
    ORDER BY one."n");
$$;

-- "relied", "epochs", "places": each client, the epoch of it that was relied on, and the place of the request that did, from 0.
-- "inquiries", "ends": of each request its requestId, at, requester, role, requesterAgency, purpose and operation; and how many entries
--   it and those before it have.
-- "clients", "handles", "basis", "pairs": of each entry, in order; the last is the place, from 1, of its agency and categories among
-- "agencies", "categories": of which there are few pairs, however many entries.
--
-- Its statements are not planned anew for what is sent each time: that took longer than writing a few entries.
CREATE FUNCTION "write_disclosures"(
  "gate_class" INTEGER, "gates" INTEGER[],
  "relied" TEXT, "epochs" INTEGER[], "places" INTEGER[],
  "inquiries" TEXT, "ends" INTEGER[],
  "clients" TEXT, "handles" TEXT, "basis" TEXT, "pairs" INTEGER[],
  "agencies" TEXT, "categories" TEXT, "escaped" BOOLEAN,
  OUT "before" BIGINT, OUT "moved" JSON
) LANGUAGE plpgsql VOLATILE SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  "relied_of" TEXT[] := string_to_array(left(relied, -3), '","');
  "inquiry_of" TEXT[] := string_to_array(inquiries, '","');
  "client_of" TEXT[] := string_to_array(clients, '","');
  "handle_of" TEXT[] := string_to_array(handles, '","');
  "basis_of" TEXT[] := string_to_array(basis, '],"",[');
  "agency_of" TEXT[] := string_to_array(agencies, '","');
  "categories_of" TEXT[] := string_to_array(categories, '],"",[');
  "refused" INTEGER[];
  -- The hash before the first entry, and then of each that is written.
  "hashes" TEXT[];
  -- How many entries are left out so far, and before each request that is written.
  "skipped" INTEGER := 0;
  "skipped_before" INTEGER[];
  "last" INTEGER := 0;
  "written" INTEGER;
  "patience" TEXT;
  "front" TEXT;
  "middle" TEXT;
  "rear" TEXT;
BEGIN
  -- What follows relies on each statement seeing what is committed by then.
  IF current_setting('transaction_isolation') <> 'read committed' THEN
    RAISE EXCEPTION 'The ledger is written at READ COMMITTED only.';
  END IF;
  IF escaped THEN
    relied_of := strings_as_meant(left(relied, -3));
    inquiry_of := strings_as_sent(inquiries);
    client_of := strings_as_sent(clients);
    handle_of := strings_as_sent(handles);
    agency_of := strings_as_sent(agencies);
  END IF;
  -- Whoever froze while it holds the gates must not close them to everybody.
  patience := set_config('idle_session_timeout', '5s', false);
  PERFORM pg_advisory_lock_shared(gate_class, gate) FROM unnest(gates) AS gate;

  -- The clients before the end of the ledger: a slow change of one client does not hold up everybody's disclosures.
  WITH held AS MATERIALIZED (
    SELECT client.id, client.epoch FROM client WHERE client.id = ANY(relied_of) ORDER BY client.id FOR SHARE)
  SELECT json_agg(json_build_object('place', one."place", 'client', one."client")), array_agg(one."place")
    INTO moved, refused
    FROM unnest(relied_of, epochs, places) AS one("client", "epoch", "place") LEFT JOIN held ON held.id = one."client"
    WHERE held.epoch IS DISTINCT FROM one."epoch";

  SELECT head.seq, ARRAY[head.hash] INTO before, hashes FROM ledger_head AS head WHERE head.id = 1 FOR UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'The ledger has lost its head; it was changed from outside.';
  END IF;

  -- The chain first: an entry's hash needs the one before. The bytes are those that hashOf makes of an entry.
  FOR r IN 1 .. cardinality(ends) LOOP
    IF r - 1 = ANY(refused) THEN
      skipped := skipped + ends[r] - last;
    ELSE
      skipped_before[r] := skipped;
      front := '","at":"' || inquiry_of[7 * r - 5] || '","basis":[';
      middle := '","operation":"' || inquiry_of[7 * r] || '","prevHash":"';
      rear := '","purpose":"' || inquiry_of[7 * r - 1] || '","requestId":"' || inquiry_of[7 * r - 6]
        || '","requester":"' || inquiry_of[7 * r - 4] || '","requesterAgency":"' || inquiry_of[7 * r - 2]
        || '","role":"' || inquiry_of[7 * r - 3] || '","seq":';
      FOR n IN last + 1 .. ends[r] LOOP
        hashes[n - skipped + 1] := encode(sha256(convert_to('{"agencyId":"' || agency_of[pairs[n]] || front || basis_of[n]
          || '],"categories":[' || categories_of[pairs[n]] || '],"clientId":"' || client_of[n] || '","handle":"' || handle_of[n]
          || middle || hashes[n - skipped] || rear || (before + n - skipped) || '}', 'UTF8')), 'hex');
      END LOOP;
    END IF;
    last := ends[r];
  END LOOP;
  written := last - skipped;
  -- The part that is written to now, and the next one long before it is needed. Nobody else makes one: the head is held.
  FOR part IN ledger_part(before + 1) .. ledger_part(before + greatest(1, written)) + 1 LOOP
    IF to_regclass('ledger_entry_' || part) IS NULL THEN
      PERFORM make_ledger_part(part);
    END IF;
  END LOOP;
  IF written = 0 THEN
    RETURN;
  END IF;
  IF escaped THEN
    inquiry_of := strings_as_meant(inquiries);
    client_of := strings_as_meant(clients);
    handle_of := strings_as_meant(handles);
    basis_of := lists_as_meant(basis_of);
    agency_of := strings_as_meant(agencies);
    categories_of := lists_as_meant(categories_of);
  END IF;
  -- Then all of them at once: what inserting takes to begin with, finding the part and its indexes, is taken once. An entry whose pair is not
  -- there would have no agency, so that nothing is written.
  INSERT INTO ledger_entry (seq, at, request_id, requester, role, requester_agency, purpose, client_id, handle, agency_id,
      categories, basis, operation, prev_hash, hash)
    SELECT before + entry."n" - entry."skipped", entry."at", entry."request_id", entry."requester", entry."role",
      entry."requester_agency", entry."purpose", client_of[entry."n"], handle_of[entry."n"], pair."agency", pair."categories",
      ('{' || basis_of[entry."n"] || '}')::text[], entry."operation",
      hashes[entry."n" - entry."skipped"], hashes[entry."n" - entry."skipped" + 1]
    FROM (SELECT request.*, generate_series(request."first", request."last") AS "n"
        FROM (SELECT inquiry_of[7 * r - 6] AS "request_id", inquiry_of[7 * r - 5]::timestamptz AS "at",
            inquiry_of[7 * r - 4] AS "requester", inquiry_of[7 * r - 3] AS "role", inquiry_of[7 * r - 2] AS "requester_agency",
            inquiry_of[7 * r - 1] AS "purpose", inquiry_of[7 * r] AS "operation", skipped_before[r] AS "skipped",
            coalesce(ends[r - 1], 0) + 1 AS "first", one."end" AS "last"
          FROM unnest(ends) WITH ORDINALITY AS one("end", r) WHERE skipped_before[r] IS NOT NULL OFFSET 0) AS request) AS entry
      LEFT JOIN (SELECT one."k", one."agency", ('{' || one."categories" || '}')::text[] AS "categories"
          FROM unnest(agency_of, categories_of) WITH ORDINALITY AS one("agency", "categories", "k") OFFSET 0) AS pair
        ON pair."k" = pairs[entry."n"];
  UPDATE ledger_head SET seq = before + written, hash = hashes[written + 1] WHERE id = 1;
END $$;
