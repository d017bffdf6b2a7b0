-- As append_to_ledger (20261126143000), with what is the same for all that a request tells sent once a request, and not with each entry: a
-- board tells of hundreds, and writing and reading the same words hundreds of times took much of its time. "asked" is a list of
-- { requestId, at, requester, role, requesterAgency, purpose, operation, clients, epochs, told: [{ clientId, handle, agencyId, categories, basis }] };
-- of each client the epoch at the same place was relied on.
--
-- append_to_ledger stays for replicas that are not restarted yet.
CREATE FUNCTION "append_disclosures"("gate_class" INTEGER, "gates" JSON, "asked" JSON, OUT "before" BIGINT, OUT "moved" JSON)
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
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
  PERFORM pg_advisory_lock_shared(gate_class, gate::integer) FROM json_array_elements_text(gates) AS gate;

  -- The clients before the end of the ledger: a slow change of one client does not hold up everybody's disclosures.
  WITH relied AS MATERIALIZED (
    SELECT request."n" - 1 AS "place", epoch."client", epoch."epoch"
    FROM json_array_elements(asked) WITH ORDINALITY AS request("body", "n"),
      ROWS FROM (json_array_elements_text(request."body" -> 'clients'), json_array_elements_text(request."body" -> 'epochs'))
        AS epoch("client", "epoch")),
  held AS MATERIALIZED (
    SELECT client.id, client.epoch FROM client WHERE client.id = ANY(ARRAY(SELECT relied."client" FROM relied)) ORDER BY client.id FOR SHARE)
  SELECT json_agg(json_build_object('place', relied."place", 'client', relied."client")), array_agg(relied."place")
    INTO moved, refused
    FROM relied LEFT JOIN held ON held.id = relied."client"
    WHERE held.epoch IS DISTINCT FROM relied."epoch"::integer;

  SELECT head.seq, head.hash INTO before, newest FROM ledger_head AS head WHERE head.id = 1 FOR UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'The ledger has lost its head; it was changed from outside.';
  END IF;

  -- The chain first: an entry's hash needs the one before. The bytes are those that hashOf (store/LedgerEntry.ts) makes of an entry.
  FOR entry IN
    SELECT
      '{"agencyId":' || to_json(told."agencyId") || ',"at":' || to_json(request."at") || ',"basis":' || to_json(told."basis")
        || ',"categories":' || to_json(told."categories") || ',"clientId":' || to_json(told."clientId")
        || ',"handle":' || to_json(told."handle") || request."same" AS "head",
      request."rest" AS "tail"
    FROM (SELECT one."n", one."at", one."told", ',"operation":' || to_json(one."operation") || ',"prevHash":"' AS "same",
          '","purpose":' || to_json(one."purpose") || ',"requestId":' || to_json(one."requestId")
            || ',"requester":' || to_json(one."requester") || ',"requesterAgency":' || to_json(one."requesterAgency")
            || ',"role":' || to_json(one."role") || ',"seq":' AS "rest"
        FROM ROWS FROM (json_to_recordset(asked) AS ("at" TEXT, "requestId" TEXT, "requester" TEXT, "role" TEXT,
          "requesterAgency" TEXT, "purpose" TEXT, "operation" TEXT, "told" JSON)) WITH ORDINALITY AS one("at", "requestId",
          "requester", "role", "requesterAgency", "purpose", "operation", "told", "n")
        WHERE refused IS NULL OR one."n" - 1 <> ALL(refused) OFFSET 0) AS request,
      ROWS FROM (json_to_recordset(request."told") AS ("clientId" TEXT, "handle" TEXT, "agencyId" TEXT, "categories" TEXT[],
        "basis" TEXT[])) WITH ORDINALITY AS told("clientId", "handle", "agencyId", "categories", "basis", "n")
    ORDER BY request."n", told."n"
  LOOP
    written := written + 1;
    previous[written] := newest;
    newest := encode(sha256(convert_to(entry."head" || newest || entry."tail" || (before + written) || '}', 'UTF8')), 'hex');
    hashes[written] := newest;
  END LOOP;
  -- The part that is written to now, and the next one long before it is needed. Nobody else makes one: the head is held.
  FOR part IN ledger_part(before + 1) .. ledger_part(before + greatest(1, written)) + 1 LOOP
    IF to_regclass('ledger_entry_' || part) IS NULL THEN
      PERFORM make_ledger_part(part);
    END IF;
  END LOOP;
  IF written = 0 THEN
    RETURN;
  END IF;
  -- Then all of them at once: what inserting takes to begin with, finding the part and its indexes, is taken once.
  INSERT INTO ledger_entry (seq, at, request_id, requester, role, requester_agency, purpose, client_id, handle, agency_id,
      categories, basis, operation, prev_hash, hash)
    SELECT before + made."nth", made."at", made."requestId", made."requester", made."role", made."requesterAgency",
      made."purpose", made."clientId", made."handle", made."agencyId", made."categories", made."basis", made."operation",
      previous[made."nth"], hashes[made."nth"]
    FROM (SELECT request.*, told.*, row_number() OVER (ORDER BY request."n", told."m") AS "nth"
      FROM ROWS FROM (json_to_recordset(asked) AS ("at" TIMESTAMPTZ, "requestId" TEXT, "requester" TEXT, "role" TEXT,
          "requesterAgency" TEXT, "purpose" TEXT, "operation" TEXT, "told" JSON)) WITH ORDINALITY AS request("at", "requestId",
          "requester", "role", "requesterAgency", "purpose", "operation", "told", "n"),
        ROWS FROM (json_to_recordset(request."told") AS ("clientId" TEXT, "handle" TEXT, "agencyId" TEXT, "categories" TEXT[],
          "basis" TEXT[])) WITH ORDINALITY AS told("clientId", "handle", "agencyId", "categories", "basis", "m")
      WHERE refused IS NULL OR request."n" - 1 <> ALL(refused)) AS made;
  UPDATE ledger_head SET seq = before + written, hash = newest WHERE id = 1;
END $$;
