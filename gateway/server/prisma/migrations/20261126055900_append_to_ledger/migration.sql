-- Writes requests' disclosures in one statement, and so in one round trip (store/appendToLedger.ts says what it promises).
--
-- "relied": for each request, the epochs it relied on by client; "entries": disclosures, each with its place among the requests.
-- Gives where the ledger ended before, and which clients of which request have moved; of such a request nothing is written.
CREATE FUNCTION "append_to_ledger"(
  "gate_class" INTEGER, "gates" INTEGER[], "clients" TEXT[], "relied" JSON, "entries" JSON,
  OUT "before" BIGINT, OUT "moved" JSON
) LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  "held" JSONB;
  "refused" BIGINT[];
  "last" RECORD;
  "entry" RECORD;
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

  SELECT head.seq, head.hash INTO last FROM ledger_head AS head WHERE head.id = 1 FOR UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'The ledger has lost its head; it was changed from outside.';
  END IF;
  before := last.seq;
  -- The part that is written to now, and the next one long before it is needed. Nobody else makes one: the head is held.
  FOR part IN ledger_part(before + 1) .. ledger_part(before + greatest(1, json_array_length(entries))) + 1 LOOP
    IF to_regclass('ledger_entry_' || part) IS NULL THEN
      PERFORM make_ledger_part(part);
    END IF;
  END LOOP;

  FOR entry IN
    -- The bytes that hashOf (store/LedgerEntry.ts) makes of an entry, but for what only this place knows.
    SELECT told.*,
      '{"agencyId":' || to_json(told."agencyId") || ',"at":' || to_json(told."at") || ',"basis":' || to_json(told."basis")
        || ',"categories":' || to_json(told."categories") || ',"clientId":' || to_json(told."clientId")
        || ',"handle":' || to_json(told."handle") || ',"operation":' || to_json(told."operation") || ',"prevHash":"' AS "head",
      '","purpose":' || to_json(told."purpose") || ',"requestId":' || to_json(told."requestId")
        || ',"requester":' || to_json(told."requester") || ',"requesterAgency":' || to_json(told."requesterAgency")
        || ',"role":' || to_json(told."role") || ',"seq":' AS "tail"
    FROM json_to_recordset(entries) AS told ("place" BIGINT, "at" TEXT, "requestId" TEXT, "requester" TEXT, "role" TEXT,
      "requesterAgency" TEXT, "purpose" TEXT, "clientId" TEXT, "handle" TEXT, "agencyId" TEXT, "categories" TEXT[],
      "basis" TEXT[], "operation" TEXT)
    WHERE refused IS NULL OR told."place" <> ALL(refused)
  LOOP
    INSERT INTO ledger_entry (seq, at, request_id, requester, role, requester_agency, purpose, client_id, handle, agency_id,
      categories, basis, operation, prev_hash, hash)
    VALUES (last.seq + 1, entry."at"::timestamptz, entry."requestId", entry."requester", entry."role",
      entry."requesterAgency", entry."purpose", entry."clientId", entry."handle", entry."agencyId", entry."categories",
      entry."basis", entry."operation", last.hash,
      encode(sha256(convert_to(entry."head" || last.hash || entry."tail" || (last.seq + 1) || '}', 'UTF8')), 'hex'))
    RETURNING seq, hash INTO last;
  END LOOP;
  IF last.seq > before THEN
    UPDATE ledger_head SET seq = last.seq, hash = last.hash WHERE id = 1;
  END IF;
END $$;
