-- As it was (20261126055900), and written at once: entry by entry, each insertion began anew, which took most of the time of a board of hundreds.
CREATE OR REPLACE FUNCTION "append_to_ledger"(
  "gate_class" INTEGER, "gates" INTEGER[], "clients" TEXT[], "relied" JSON, "entries" JSON,
  OUT "before" BIGINT, OUT "moved" JSON
) LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  "held" JSONB;
  "refused" BIGINT[];
  "entry" RECORD;
  -- By place among those written: the hash before each, and its own.
  "previous" TEXT[] := '{}';
  "hashes" TEXT[] := '{}';
  "newest" TEXT;
  "written" BIGINT := 0;
BEGIN
  -- What follows relies on each statement seeing what is committed by then.
  IF current_setting('transaction_isolation') <> 'read committed' THEN
    RAISE EXCEPTION 'The ledger is written at READ COMMITTED only.';
  END IF;
  -- Whoever froze while it holds the gates must not close them to everybody.
  PERFORM set_config('idle_session_timeout', '5s', false);
  PERFORM pg_advisory_lock_shared(gate_class, gate) FROM unnest(gates) AS gate;

  -- The clients before the end of the ledger: a slow change of one client does not hold up everybody's disclosures.
  SELECT jsonb_object_agg(share.id, share.epoch) INTO held
    FROM (SELECT client.id, client.epoch FROM client WHERE client.id = ANY(clients) ORDER BY client.id FOR SHARE) AS share;
  SELECT json_agg(json_build_object('place', asked.place - 1, 'client', epoch.key)), array_agg(asked.place - 1)
    INTO moved, refused
    FROM json_array_elements(relied) WITH ORDINALITY AS asked (epochs, place),
      json_each_text(asked.epochs) AS epoch
    WHERE (held ->> epoch.key)::integer IS DISTINCT FROM epoch.value::integer;

  SELECT head.seq, head.hash INTO before, newest FROM ledger_head AS head WHERE head.id = 1 FOR UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'The ledger has lost its head; it was changed from outside.';
  END IF;
  -- The part that is written to now, and the next one long before it is needed. Nobody else makes one: the head is held.
  FOR part IN ledger_part(before + 1) .. ledger_part(before + greatest(1, json_array_length(entries))) + 1 LOOP
    IF to_regclass('ledger_entry_' || part) IS NULL THEN
      PERFORM make_ledger_part(part);
    END IF;
  END LOOP;

  -- The chain first: an entry's hash needs the one before. The bytes are those that hashOf (store/LedgerEntry.ts) makes of an entry.
  FOR entry IN
    SELECT
      '{"agencyId":' || to_json(told."agencyId") || ',"at":' || to_json(told."at") || ',"basis":' || to_json(told."basis")
        || ',"categories":' || to_json(told."categories") || ',"clientId":' || to_json(told."clientId")
        || ',"handle":' || to_json(told."handle") || ',"operation":' || to_json(told."operation") || ',"prevHash":"' AS "head",
      '","purpose":' || to_json(told."purpose") || ',"requestId":' || to_json(told."requestId")
        || ',"requester":' || to_json(told."requester") || ',"requesterAgency":' || to_json(told."requesterAgency")
        || ',"role":' || to_json(told."role") || ',"seq":' AS "tail"
    FROM ROWS FROM (json_to_recordset(entries) AS ("place" BIGINT, "at" TEXT, "requestId" TEXT, "requester" TEXT, "role" TEXT,
      "requesterAgency" TEXT, "purpose" TEXT, "clientId" TEXT, "handle" TEXT, "agencyId" TEXT, "categories" TEXT[],
      "basis" TEXT[], "operation" TEXT)) WITH ORDINALITY AS told ("place", "at", "requestId", "requester", "role",
      "requesterAgency", "purpose", "clientId", "handle", "agencyId", "categories", "basis", "operation", "n")
    WHERE refused IS NULL OR told."place" <> ALL(refused)
    ORDER BY told."n"
  LOOP
    written := written + 1;
    previous[written] := newest;
    newest := encode(sha256(convert_to(entry."head" || newest || entry."tail" || (before + written) || '}', 'UTF8')), 'hex');
    hashes[written] := newest;
  END LOOP;
  IF written = 0 THEN
    RETURN;
  END IF;
  -- Then all of them at once: what inserting takes to begin with, finding the part and its indexes, is taken once.
  INSERT INTO ledger_entry (seq, at, request_id, requester, role, requester_agency, purpose, client_id, handle, agency_id,
      categories, basis, operation, prev_hash, hash)
    SELECT before + told."nth", told."at"::timestamptz, told."requestId", told."requester", told."role",
      told."requesterAgency", told."purpose", told."clientId", told."handle", told."agencyId", told."categories",
      told."basis", told."operation", previous[told."nth"], hashes[told."nth"]
    FROM (SELECT given.*, row_number() OVER (ORDER BY given."n") AS "nth"
      FROM ROWS FROM (json_to_recordset(entries) AS ("place" BIGINT, "at" TEXT, "requestId" TEXT, "requester" TEXT, "role" TEXT,
        "requesterAgency" TEXT, "purpose" TEXT, "clientId" TEXT, "handle" TEXT, "agencyId" TEXT, "categories" TEXT[],
        "basis" TEXT[], "operation" TEXT)) WITH ORDINALITY AS given ("place", "at", "requestId", "requester", "role",
        "requesterAgency", "purpose", "clientId", "handle", "agencyId", "categories", "basis", "operation", "n")
      WHERE refused IS NULL OR given."place" <> ALL(refused)) AS told;
  UPDATE ledger_head SET seq = before + written, hash = newest WHERE id = 1;
END $$;
